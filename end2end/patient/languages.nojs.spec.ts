import { wayInLanguage } from "./languages";

wayInLanguage({ tag: "ar", direction: "rtl", name: "Arabic", connected: "أنت الآن مرتبط بـ" });
