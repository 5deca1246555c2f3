import { threeLetters } from "./three-letters";

threeLetters();
