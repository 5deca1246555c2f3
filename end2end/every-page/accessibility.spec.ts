import { everyPageIsAccessible } from "./accessibility";

everyPageIsAccessible();
