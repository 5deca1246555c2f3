import { secondStep } from "./second-step";

secondStep();
