import { theWay } from "./way";

theWay();
