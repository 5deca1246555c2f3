// Without its own script a page of SvelteKit costs the server least: what it loaded is not sent a second time as data.
export const csr = false;
