### A clinic's own settings: what it may say beside the studies, always marked as its own.

clinic-not-offered = not offered here
clinic-money = {$amount} {$currency}
clinic-usual = Usual here: {$visits ->
    [0] {""}
    [one] {$visits} visit{$apart ->
        [none] {""}
       *[some] {", "}
    }
   *[other] {$visits} visits{$apart ->
        [none] {""}
       *[some] {", "}
    }
}{$apart ->
    [none] {""}
   *[some] {$weeks ->
        [one] {$apart} week apart
       *[other] {$apart} weeks apart
    }
}
clinic-fee = Fee here: {$fee} a visit
# The clinic's own number of visits.
clinic-course-own = Course here: {$cost} for {$visits ->
    [one] {$visits} visit
   *[other] {$visits} visits
}
# The studies' usual number of visits, and their range.
clinic-course-studied = Course here: {$cost} for the studies’ {$visits ->
    [one] {$visits} visit
   *[other] {$visits} visits
}{$spread ->
    [none] {""}
   *[some] {" "}(from {$low} to {$high})
}
clinic-marks-lead = {$marks ->
    [both] {$name} does not offer every option; its own fees and usual visits are marked as its own. Studies stand behind all other figures.
    [offered] {$name} does not offer every option. All of them stay on the page, with the same figures.
   *[own] Fees and usual visits here are those of {$name}, not of studies.
}
clinic-header = Shown by {$name}
clinic-contact = How to reach {$name}
clinic-who-pays = Who pays: {$who} The clinic cannot change a figure from a study or hide an option.
clinic-about-fault = {$count ->
    [one] The settings file of the clinic that runs this page has a fault. Until it is mended, nothing of the clinic is shown: no name, no fees, no marks. The figures from studies are not touched. The log of this server says what is wrong.
   *[other] The settings file of the clinic that runs this page has {$count} faults. Until they are mended, nothing of the clinic is shown: no name, no fees, no marks. The figures from studies are not touched. The log of this server says what is wrong.
}
clinic-about-set = {$name} runs this page. It can show its name, its fees, its usual visits and what it offers. It cannot hide an option, change a figure from a study, or mark a treatment as better.
