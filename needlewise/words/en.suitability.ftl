### Right for me?

suitability-eyebrow = Right for me?
suitability-title = What to ask about before you choose
suitability-lead = Tick what is true for you. Your answers stay in this window. They are not saved, sent or put in the link, and they go when you close it.
suitability-redflags-title = First: signs that need a doctor
suitability-redflags-lead = If one of these is true, see a doctor before anything else here.
suitability-skin-title = Your skin tone
suitability-skin-lead = Choose the line that fits skin that has had little sun. It changes the figures for dark marks.
suitability-skin-label = Your skin tone
suitability-skin-1 = I · Very fair. Always burns, never tans.
suitability-skin-2 = II · Fair. Burns easily, tans a little.
suitability-skin-3 = III · Cream or light beige. Burns at times, tans slowly.
suitability-skin-4 = IV · Olive or light brown. Seldom burns, tans well.
suitability-skin-5 = V · Brown. Burns very seldom.
suitability-skin-6 = VI · Dark brown or black. Hardly ever burns.
suitability-skin-0 = I am not sure
suitability-list-title = What is true for you
suitability-group-pregnancy = Pregnancy
suitability-group-medicines = Medicines
suitability-group-skin = Skin
suitability-group-body = Body and implants
suitability-group-illness = Illness

condition-pregnancy = Pregnant, trying for a baby, or breastfeeding
condition-woman = A woman
condition-anticoagulants = Blood thinners (such as warfarin, apixaban, clopidogrel)
condition-isotretinoin = Isotretinoin tablets for acne, now or in the past year
condition-immunosuppression = Weak defences against infection, or tablets that lower them
condition-photosensitivity = Skin that reacts to light, or tablets that make it so
condition-recent_steroid_injection = A steroid injection there in the past six weeks
condition-frequent_headache = Painkillers on more than half the days of a month
condition-herpes_history = Cold sores, now or before
condition-keloid_tendency = Scars that grow thick or spread (keloids)
condition-active_skin_infection = Infected or broken skin there now
condition-active_acne = Many sore spots (acne) there now
condition-recent_tan = A tan, real or fake
condition-melasma = Brown patches on the face (melasma)
condition-open_wound = An open wound there
condition-recent_facial_surgery = An operation or deep peel on the face in the past year
condition-pacemaker = A pacemaker or other electric implant
condition-metal_implant = Metal plates, screws or threads in the area
condition-metal_allergy = Allergy to metal (such as nickel)
condition-severe_allergies = Severe allergies, or allergy to numbing injections
condition-painkiller_allergy = Allergy or asthma from aspirin or ibuprofen
condition-needle_phobia = Great fear of needles
condition-previous_abnormal_reaction = A bad reaction to needling before
condition-spine_or_neck_surgery = An operation on the spine, neck or shoulder
condition-recent_fracture = A broken bone there not long ago
condition-slim_build_upper_back_needling = Very slim, with pain at the shoulders or upper back
condition-bleeding_disorder = Blood that does not clot well
condition-diabetes = Diabetes
condition-heart_condition = Heart disease or an uneven heartbeat
condition-heart_valve_problem = A heart valve problem
condition-vascular_disease = Poor blood flow (blood vessel disease)
condition-lung_disease = Lung disease or an operation on the chest
condition-kidney_or_liver_disease = Kidney or liver disease
condition-ulcer_history = A stomach ulcer or bleeding, now or before
condition-epilepsy = Epilepsy
condition-nerve_muscle_disease = An illness of nerves and muscles (such as myasthenia)
condition-osteoporosis = Thin bones (osteoporosis)
condition-autoimmune = An illness where the body attacks itself (such as lupus, psoriasis)
condition-cancer_treatment = Cancer, now or before
condition-lymphoedema = A swollen limb from lymph (lymphoedema)
condition-lymph_node_removal = Lymph nodes taken out
condition-depression_history = Depression, now or before
condition-active_infection = Ill with an infection or fever now
condition-dark_skin = Brown or black skin (types IV to VI)
condition-no_consent = Only if you agree
condition-home_use = Doing it yourself at home
condition-unlicensed_setting = Place and hygiene
condition-unlicensed_provider = Who does it
condition-product_in_channels = Creams on needled skin
condition-serums_not_for_injection = Creams on needled skin
condition-large_area_numbing_cream = Numbing cream on large areas
condition-neck_treatment = On the neck
condition-lower_leg = On the lower leg
condition-heel_injection = In the heel
condition-abdomen_pelvis_back_sites = On the belly, hips or back
condition-driving_after = Driving afterwards

suitability-clear = Clear my answers
suitability-results-title = What that means for each option
suitability-ticked = You told: {$names}.
suitability-ticked-none = You have told nothing yet. What stands below holds only for someone of whom nothing in the list is true.
suitability-scope-label = Show
suitability-scope-concern = Options for {$noun}
suitability-scope-all = Every option
suitability-not_now = Not now
suitability-not_now-lead = A source says to avoid it or to wait.
suitability-ask_first = Ask first
suitability-ask_first-lead = Talk about it with your doctor or whoever treats you before you book.
suitability-unknown-title = No study or guidance found
suitability-unknown-lead = Nobody has written down whether this is fine. That is not an all-clear. Ask.
suitability-go_ahead = Go ahead
suitability-go_ahead-lead = Sources name reasons to wait or ask, and you told none of them. Your practitioner should still go through the list with you.
suitability-unknown = No study or guidance found.
suitability-no-list = No list of who should not have this was found.
suitability-part = As with {$part}: {$text}
suitability-weak = Only a clinic, a maker or the press says so.
suitability-nothing = No treatment is done, so nothing here stands in its way. The warning signs above still count.
suitability-clean = None of the reasons we know of was told.
suitability-everyone = True for everyone
suitability-none-in-group = None of these options.
suitability-harms-title = Dark and pale marks on your skin tone
suitability-harms-lead = How many people got them in the studies. Where no study had your skin type, it says which types it had.
suitability-harms-none = No rate found
suitability-column-marks = {$harm}
suitability-column-studied = Who was studied
suitability-onward-compare = Compare these options
suitability-count-not_now = {$count ->
    [one] 1 option: not now
   *[other] {$count} options: not now
}
suitability-count-ask_first = {$count ->
    [one] 1 to ask about first
   *[other] {$count} to ask about first
}
suitability-count-unknown = {$count ->
    [one] 1 without study or guidance
   *[other] {$count} without study or guidance
}
suitability-count-go_ahead = {$count ->
    [one] 1 with no known reason to wait
   *[other] {$count} with no known reason to wait
}
