# The demonstration clinic, and what a clinic starts with.

success-message-default = Thank you for connecting. We will be in touch.

demo-clinic = Riverside Family Clinic
demo-phone = 01632 960 100
demo-clinic-email = hello@clinic.example
demo-description = Family doctors by the river, for all ages
demo-address =
    1 Weir Lane
    Riverside RV1 0AA
demo-opening-hours = Monday to Friday, 8 am to 6 pm
demo-staff = Robin (front desk)
demo-patient = Pat Example
demo-success-message = Thank you for connecting with Riverside Family Clinic. Your next results will appear in your record, usually within 2 working days.
demo-rule-read = See your medicines and allergies
demo-rule-read-why = So that we do not prescribe anything that could harm you
demo-rule-write = Add results and letters
demo-rule-write-why = So that you have them at home
demo-rule-optional = See your weight and blood pressure
demo-rule-optional-why = So that we can follow them between your visits
demo-friendly-name = { $number ->
    [1] Emma's record
    [2] Tom's record
   *[3] Grandpa Joe's record
}
demo-question = Which two words did we agree on?
demo-answers = amber basil cedar clover copper coral fennel garnet ginger hazel indigo ivory jasper juniper lemon maple meadow nutmeg olive opal pepper quartz saffron sage silver tulip velvet walnut willow yarrow
