import { patientJourney } from "./journey";

patientJourney();
