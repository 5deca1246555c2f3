import { wayInLanguage } from "./languages";

wayInLanguage({ tag: "es", direction: "ltr", name: "Spanish", connected: "Ya tiene conexión con" });
