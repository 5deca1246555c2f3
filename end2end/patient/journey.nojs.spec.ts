import { theWay } from "./journey";

theWay();
