import { everyoneCanUseIt } from "./accessibility";

everyoneCanUseIt();
