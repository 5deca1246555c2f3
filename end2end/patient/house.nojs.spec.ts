import { house } from "./house";

house();
