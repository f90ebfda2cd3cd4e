### Every word of Needlewise in English. One message, one place.
### Facts and figures never stand here: they come from data/ and are put in where {$...} stands.

## The product and its frame

product-name = Needlewise
product-line = What needling can do, next to your other options
page-title = Needlewise: needling and its alternatives, with the evidence
page-description = Pick a concern and see what needling can do, how many visits it takes and how long you need to recover, next to lasers, peels, exercise and doing nothing. Every number has a source.
nav-explore = Explore
nav-compare = Compare
nav-plan = Plan
nav-suitability = Right for me?
nav-priorities = What matters to me
nav-evidence = Evidence
nav-take_home = Take home
nav-about = About
group-pain = Pain and movement
group-skin = Skin and hair
picker-label = What would you like help with?
picker-change = Change concern
note-unknown-concern = We do not know the concern “{$value}”. Here is {$name} instead.
disclaimer = This is information, not medical advice. It cannot replace a talk with someone who has examined you.
reviewed = Evidence last gathered in {$date}. Version {$version}.
funding = Nobody paid to be shown. A clinic may run this page; it cannot change a figure or hide an option.
faults-title = Needlewise is closed for repair
faults-lead = The tables of evidence hold {$count ->
    [one] a fault
   *[other] {$count} faults
}. No half-right numbers are shown. Whoever runs this page can mend the lines below and start it again.
onward-compare = Compare these options
onward-plan = Plan it on my dates
onward-suitability = Is it right for me?
onward-priorities = What matters to me
onward-take_home = Take it home

## Certainty

certainty-high = High certainty
certainty-moderate = Moderate certainty
certainty-low = Low certainty
certainty-very_low = Very low certainty
certainty-none = Not studied
certainty-short-high = High
certainty-short-moderate = Moderate
certainty-short-low = Low
certainty-short-very_low = Very low
certainty-short-none = Not studied
certainty-means-high = New studies are very unlikely to change this.
certainty-means-moderate = Probably right, but new studies could change it.
certainty-means-low = New studies are likely to change this.
certainty-means-very_low = The studies are too weak to rely on.
certainty-by-source = Rated by the authors of the review (GRADE).
certainty-by-ours = Our own rating, by a fixed rule.
reason-bias_unjudged = we read summaries, so we could not judge how well each trial was run
reason-not_randomised = people were not put into groups by chance
reason-no_control = there was no comparison group
reason-few_people = fewer than {$enough} people
reason-very_few_people = fewer than {$few} people
reason-people_unknown = the number of people behind it is not clear
reason-crosses_no_effect = the range includes no difference
reason-mixed_comparators = it was compared with a mix of things
reason-indirect = the people or the treatment were not quite these
reason-disagreement = studies disagree
reason-size_unknown = the size was not given
certainty-lowered = Lowered because {$reasons}.

## Outcomes: what a treatment does to them (third person, bare form, and as a thing)

outcome-pain = pain
    .third = eases pain
    .bare = ease pain
outcome-disability = daily activities
    .third = helps with daily activities
    .bare = help with daily activities
outcome-headache_days = headache days
    .third = cuts headaches
    .bare = cut headaches
outcome-range_of_motion = movement
    .third = helps movement
    .bare = help movement
outcome-stiffness = stiffness
    .third = eases stiffness
    .bare = ease stiffness
outcome-improvement = overall improvement
    .third = improves {$noun}
    .bare = improve {$noun}
outcome-scar_severity = how scars look
    .third = improves how scars look
    .bare = improve how scars look
outcome-scar_prevention = new scars
    .third = holds back new scars
    .bare = hold back new scars
outcome-wrinkles = lines
    .third = smooths lines
    .bare = smooth lines
outcome-texture = skin texture
    .third = smooths the skin
    .bare = smooth the skin
outcome-tone = skin tone
    .third = evens out skin tone
    .bare = even out skin tone
outcome-hair_count = number of hairs
    .third = raises the number of hairs
    .bare = raise the number of hairs
outcome-satisfaction = satisfaction
    .third = satisfies people
    .bare = satisfy people
outcome-quality_of_life = everyday life
    .third = improves everyday life
    .bare = improve everyday life
outcome-recurrence = coming back
    .third = keeps it from coming back
    .bare = keep it from coming back
outcome-durability = lasting results
    .third = keeps results
    .bare = keep results
outcome-tissue = changes under the microscope
    .third = changes tissue
    .bare = change tissue
outcome-procedure_pain = pain during treatment
    .third = hurts
    .bare = hurt
outcome-downtime = recovery time
    .third = shortens recovery
    .bare = shorten recovery
outcome-dark_marks = dark marks
    .third = avoids dark marks
    .bare = avoid dark marks
outcome-adverse_events = unwanted effects
    .third = avoids unwanted effects
    .bare = avoid unwanted effects
outcome-other = other results
    .third = helps
    .bare = help

## Size

size-more-hardly = very slightly more
size-more-little = slightly more
size-more-noticeable = noticeably more
size-more-moderate = moderately more
size-more-large = much more
size-more-unknown = more
size-less-hardly = very slightly less
size-less-little = slightly less
size-less-noticeable = noticeably less
size-less-moderate = moderately less
size-less-large = much less
size-less-unknown = less
size-means-hardly = Very slight: below {$small} on the standard scale.
size-means-little = Slight: less than most people would notice.
size-means-noticeable = Enough for most people to notice.
size-means-moderate = A medium difference on the standard scale.
size-means-large = A large difference.
size-means-unknown = The source does not give the size.

## One sentence maker

effect-better = {$level ->
    [high] {$subject} {$third} {$more} than {$comparator}
    [moderate] {$subject} probably {$third} {$more} than {$comparator}
    [low] {$subject} may {$bare} {$more} than {$comparator}
   *[very_low] we are not sure whether {$subject} {$third} more than {$comparator}
}
effect-worse = {$level ->
    [high] {$subject} {$third} {$less} than {$comparator}
    [moderate] {$subject} probably {$third} {$less} than {$comparator}
    [low] {$subject} may {$bare} {$less} than {$comparator}
   *[very_low] we are not sure whether {$subject} {$third} less than {$comparator}
}
effect-little-difference = {$level ->
    [high] {$subject} makes little or no difference to {$thing} compared with {$comparator}
   *[moderate] {$subject} probably makes little or no difference to {$thing} compared with {$comparator}
}
effect-no-clear = no clear difference in {$thing} was found between {$subject} and {$comparator}
effect-no-clear-caution = That does not prove they are equal.
effect-added = Added to {$other}, {$statement}
effect-subgroup = {$subgroup}: {$statement}
effect-time = {$statement}, {$time}
effect-time-unknown = {$statement} (time not stated)
effect-disagree = Studies disagree on whether {$subject} {$third} more than {$comparator}: {$yes ->
    [0] none found it did
    [one] one found it did
   *[other] {$yes} found it did
}{$no ->
    [0] {""}
    [one] , one found no clear difference
   *[other] , {$no} found no clear difference
}{$worse ->
    [0] {""}
    [one] , one found it did less
   *[other] , {$worse} found it did less
}
effect-none-nothing = {$group ->
    [skin] No study we found has tested {$subject} for {$noun} against a dummy treatment or leaving the skin alone.
   *[pain] No study we found has tested {$subject} for {$noun} against a dummy treatment or doing nothing.
}
comparator-sham-needling = sham (pretend) needling
comparator-sham-tablet = a dummy tablet
comparator-sham-cream = a cream without the active part
comparator-sham-injection = a dummy injection
comparator-sham-device = a pretend treatment
comparator-sham = a dummy treatment
comparator-no_treatment-pain = doing nothing
comparator-no_treatment-skin = leaving the skin alone
comparator-usual_care = usual care
comparator-added-alone = {$other} alone

# The cells of "how well it works"
cell-better = Works better than {$comparator}
cell-worse = Works less well than {$comparator}
cell-no-clear = No clear difference from {$comparator}
cell-about-same = Little or no difference from {$comparator}
cell-not-studied = Not studied
cell-not-tested-nothing = {$group ->
    [skin] Not tested against a dummy or leaving the skin alone.
   *[pain] Not tested against a dummy or doing nothing.
}
cell-only-other = Only studied in other people, or mixed with other treatments.
it = it
or = or
and = and
answer-rival-about = {$name} ({$about})
answer-rivals = Against the other options, {$parts}
days-up-to = {$typical}, up to {$high} {$count ->
    [one] day
   *[other] days
}
cell-only-before-after = Only before-and-after studies, with no comparison group.
cell-no-study = No study found for this concern.
cell-against-needling = Only compared with {$needling}:
cell-points = {$thing}: {$points} of 100 points {$direction ->
    [lower] lower
   *[higher] higher
}
cell-points-range = {$thing}: {$points} of 100 points {$direction ->
    [lower] lower
   *[higher] higher
} (range {$low} to {$high})
cell-points-crossing = {$thing}: {$points} of 100 points {$direction ->
    [lower] lower
   *[higher] higher
} (range: {$low} to {$high})
points-signed = {$points} {$direction ->
    [lower] lower
   *[higher] higher
}
subject-adding = adding {$subject} to {$other}
cell-shares = {$first} of 100 people {$event}, against {$second} of 100 with {$comparator}
cell-shares-other = {$first} did not, against {$second}
cell-also-sham = Pretend treatment helped too: {$share} of 100.

## The answer

answer-against-better = It may do better than {$names}
answer-rivals-better = {$level ->
    [high] it works better than {$names}
    [moderate] it probably works better than {$names}
    [low] it may work better than {$names}
   *[very_low] weak studies favour it over {$names}
}
answer-rivals-worse = {$level ->
    [high] it works less well than {$names}
    [moderate] it probably works less well than {$names}
    [low] it may work less well than {$names}
   *[very_low] weak studies favour {$names} over it
}
answer-rivals-same = no clear difference from {$names} was found
answer-rivals-disagree = studies disagree on {$names}
answer-rivals-none = It has not been compared with any of the other options here.
answer-course-skin = {$weak ->
    [yes] By typical clinic advice, a
   *[no] A
} usual course takes about {$days} days off in all{$rival ->
    [none] {""}
   *[other] ; with {$rival} about {$rivaldays}
}.
answer-course-pain = {$weak ->
    [yes] By typical clinic advice, a
   *[no] A
} usual course means about {$days} sore days in all{$rival ->
    [none] {""}
   *[other] ; with {$rival} about {$rivaldays}
}.
answer-eyebrow = {$treatment} for {$noun}
answer-certainty = {$certainty}
answer-studies = {$studies ->
    [one] one study
   *[other] {$studies} studies
}
answer-people = {$people} people
pause-title = Before you decide

figure-visits = Visits
figure-interval = {$weeks} apart
figure-downtime-skin = Downtime each time
figure-downtime-pain = Sore after each visit
figure-course-skin = Days off, whole course
figure-course-pain = Sore days, whole course
figure-results = When results show
figure-range = from {$low} to {$high} in the studies
figure-range-days = from {$low} to {$high}
figure-unknown = Not known
figure-unknown-why = No source gives this.
figure-days = {$number} {$count ->
    [one] day
   *[other] days
}
figure-from-to = {$low} to {$high}
figure-shows = shows for {$days}
answer-whole-review = {$counts} in the whole review
column-shown-skin = Days it shows
column-shown-pain = Days sore
figure-less-than-day = under a day
figure-weeks = {$number} {$count ->
    [one] week
   *[other] weeks
}
figure-months = {$number} {$count ->
    [one] month
   *[other] months
}
figure-followed-kept = still there at {$time}, the longest anyone looked
figure-followed-partly = partly there at {$time}, the longest anyone looked
figure-followed-faded = gone by {$time}
figure-followed-unknown = looked at for {$time} after the last visit
figure-followed-none = how long it lasts is not known
figure-counted-back_to_work = until normal life
figure-counted-visible = until it no longer shows
figure-counted-soreness = not time off work
basis-clinics = typical clinic advice, not a study
basis-advice = hospital or society advice
basis-studies = from studies
interval-days = {$days} apart
interval-weeks = about {$weeks} apart
interval-unknown = spacing not stated
lexicon-none = “Essentially none”
lexicon-minimal = “Minimal”
lexicon-moderate = “Moderate”
lexicon-significant = “Significant”
rival-course = {$name}: {$days}
what-happens-title = What happens in {$treatment}
who-does-it = Who does it

## Options at a glance

options-title = Your options, side by side
options-lead-skin = The same questions for every option. In order of days off for the whole course, fewest first. Tap any figure for its source.
options-lead-pain = The same questions for every option. In order of visits, fewest first. Tap any figure for its source.
column-option = Option
column-effect = How well it works
column-certainty = How sure
column-visits = Visits
column-days-skin = Days off each visit
column-days-pain = Sore days each visit
column-course-skin = Days off in all
column-course-pain = Sore days in all
column-discomfort = Pain during
column-harm-skin = Dark marks
column-harm-pain = Main unwanted effect
cell-home = at home
cell-nothing-visits = 0
cell-unknown = Not known
cell-no-score = No score found
cell-score = {$score} of 10
cell-score-numbed = with numbing
cell-harm = {$rate} in 100
cell-harm-person = {$rate} in 100 people
cell-harm-session = {$rate} in 100 visits
cell-no-rate = No rate found
cell-none = None
nothing-effect = What happens by itself

## Pictures

downtime-title = After one visit, day by day
downtime-lead-skin = Solid: the usual time. Pale: the longest reported. Diamond: make-up is allowed again. Day 0 is the treatment.
downtime-lead-pain = Solid: the usual time sore. Pale: the longest reported. Diamond: hard exercise is fine again. Day 0 is the treatment.
downtime-none = No day of recovery is known for {$names}.
downtime-label = {$typical}, up to {$high}
downtime-alt = Days of recovery after one visit. {$list}.
downtime-axis-day = day {$day}
downtime-axis-week = {$weeks ->
    [one] 1 week
   *[other] {$weeks} weeks
}
sessions-title = How many visits
sessions-lead = Dot: the usual number. Line: fewest to most in the studies.
sessions-alt = Visits for a usual course. {$list}.
course-title = The whole course
course-lead-skin = Each block is one visit, as long as the days off after it. The longer the bar, the more days off in all.
course-lead-pain = Each block is one visit, as long as the sore days after it. The longer the bar, the more sore days in all.
course-label = {$visits} {$count ->
    [one] visit
   *[other] visits
}, {$days}
course-alt = Visits, and days in all. {$list}.
course-missing = Not drawn, because visits or days are not known: {$names}.
findings-title = What the studies found
findings-lead = Each mark is one finding. The line is the range the truth probably lies in. Where it crosses the dashed line, there may be no difference. “Times as likely” does not say how many people that is: the blocks of 100 below do, where studies counted.
findings-none = No finding for this concern gives a size with a range that can be drawn.
findings-better = better with the first →
findings-worse = ← better with the second
findings-panel-points = Points of 100 (our conversion)
findings-panel-smd = Standard units
findings-panel-ratio = Times as likely
findings-row = {$first} against {$second}: {$what}
findings-alt = Differences with their ranges. {$list}.
findings-better-word = better
findings-worse-word = worse
found-treatment = better with the first
found-comparator = better with the second
found-neither = no clear difference
marker-skin = Make-up allowed again
marker-pain = Hard exercise fine again
sessions-home = Done at home, so no visits: {$names}.
sessions-missing = No number of visits is known for {$names}.
column-interval = Spacing
column-range = Range
table-twin = Show these numbers as a table
column-first = Treatment
column-second = Compared with
column-outcome = What was measured
column-found = Found
column-time = When
column-people = People
column-source = Source
not-given = not given
shares-title = Better, or not better
shares-lead = Each block is 100 people in a study. Filled marks are those who got there, the rest did not.
shares-caption = {$first} did, {$rest} did not
shares-alt = {$name}: {$first} of 100 {$event}, {$rest} did not.
shares-none = No trial for this concern reports how many of 100 people got better on each side.
shares-when = {$time}
shares-time-unknown = time not stated

## Benefits, harms, red flags

benefits-title = Promises you may hear
benefits-lead = Claims made for needling that touch this concern, and what the studies say.
verdict-well_supported = Well supported
verdict-partly_supported = Partly supported
verdict-weakly_supported = Weakly supported
verdict-not_supported = Not supported
benefit-rests = {$count ->
    [one] Rests on one source
   *[other] Rests on {$count} sources
}
harms-title = What can go wrong
harms-lead = Per 100 people, or per 100 visits where it says so. The same room for every option.
harms-none = No rate was found. That does not mean it is free of harm.
harms-listed = Also reported, without a rate: {$names}.
harms-skin-types = studied in skin types {$low}–{$high}
harms-serious-title = Rare but serious
harms-serious-lead = Of 100,000 visits or people, where a rate is known.
harms-serious-rate = {$rate} in 100,000 {$per ->
    [session] visits
   *[other] people
}
harms-serious-none = No rate known
harms-nothing = Doing nothing has no harm of its own. What happens by itself is told above.
redflags-title = See a doctor first
redflags-lead = These signs need a doctor before any of the options here.
action-emergency = Call an ambulance now
action-today = See a doctor today
action-doctor_first = See a doctor first
about-concern = About {$noun}
decision-title = The decision

harm-acne_flare = Spots flaring up
harm-allergic_reaction = Allergic reaction
harm-any_event = Any unwanted effect
harm-any_minor_event = Any small unwanted effect
harm-bleeding = Bleeding
harm-blisters = Blisters
harm-blood_sugar_rise = Rise in blood sugar
harm-bruising = Bruises
harm-burn = Burns
harm-cold_sores = Cold sores
harm-collapsed_lung = Collapsed lung
harm-crusting = Crusts
harm-dark_marks = Dark marks
harm-drooping_eyelid = Drooping eyelid
harm-drowsiness = Drowsiness
harm-dry_skin = Dry skin
harm-eye_inflammation = Inflamed eye
harm-fainting = Fainting
harm-fat_loss = Loss of fat under the skin
harm-granuloma = Lasting lumps in the skin
harm-headache = Headache
harm-heart_or_stroke = Heart attack or stroke
harm-infection = Infection
harm-itching = Itching
harm-light_marks = Light marks
harm-melasma_worse = Melasma getting worse
harm-nausea = Feeling sick
harm-needed_treatment = Needed treatment
harm-needle_marks = Needle marks
harm-nerve_injury = Nerve injury
harm-numbness = Numbness
harm-other = Other unwanted effects
harm-pain_during = Pain during treatment
harm-peeling = Peeling
harm-rash = Rash
harm-redness = Redness
harm-scarring = Scars
harm-serious_event = Any serious event
harm-skin_thinning = Thinner skin
harm-soreness = Soreness afterwards
harm-steroid_flare = More pain at first
harm-stinging = Stinging
harm-stomach_upset = Upset stomach
harm-stopped_early = Stopped because of it
harm-swelling = Swelling
harm-tendon_damage = Damaged tendon
harm-visible_vessels = Small red veins
harm-worse_symptoms = Worse complaints

## Source cards

card-title = Where this comes from
card-close = Close
sources-mark = sources
open-sources = sources
certainty-word = certainty
certainty-not-rated = Not rated
column-harm = Unwanted effect
column-rate = How often
harms-none-seen = None seen among {$n}
harms-none-seen-unknown = None seen; the number of people is not given
shares-event = Of 100 people, how many {$event}, {$time}
nothing-name = Doing nothing
row-visits = {$value} visits
row-interval = {$value} weeks apart
row-result = measured at {$value} weeks
row-followed = followed for {$value} weeks after the last visit
row-days = {$value} days until {$milestone}
row-rate = {$value} per 100 {$unit}
row-natural = mean {$mean} on a scale of {$scale} at {$weeks} weeks
row-score = {$value} of 10 for pain
per-person = people
per-session = visits
per-unknown = people or visits (not stated)
milestone-redness_gone = redness is gone
milestone-swelling_gone = swelling is gone
milestone-crusting_done = crusts are gone
milestone-peeling_done = peeling is over
milestone-soreness_gone = soreness is gone
milestone-makeup_ok = make-up is allowed
milestone-back_to_work = normal life
milestone-exercise_ok = hard exercise is fine
milestone-sun_ok = sun is allowed with care
milestone-fully_settled = all has settled
design-systematic_review = review of studies
design-network_meta_analysis = network review of studies
design-guideline = guideline
design-rct = randomised trial
design-cohort = study without random groups
design-case_series = case series
design-consensus = experts' agreement
design-narrative_review = overview article
design-regulator = regulator
design-patient_information = information page
design-laboratory = laboratory study
rests-study = from a study
rests-guideline = from a guideline
rests-regulator = from a regulator
rests-hospital = from a hospital or society
rests-reference = from a reference work
rests-clinic = from a private clinic: weak
rests-manufacturer = from a maker: weak
rests-consumer = from a consumer page: weak
rests-news = from the press: weak

## The rules, as told to readers

rules-title = How these answers are made
rule-short-headline = Chosen by rule: whole concern first, pooled studies before single ones, more people first.
rule-short-certainty = How sure the studies are.
rule-short-size = Size in words, from published limits.
rule-short-sessions = The middle of the studies' usual numbers; the range is fewest to most.
rule-short-downtime = The strongest sources speak: studies, then hospitals, then clinics.
rule-short-course = Visits times days for each visit.
rule-short-results = When the studies looked, and the longest anyone looked.
rule-short-rates = Lowest to highest rate among the studies.
rule-short-discomfort = Pain scores people gave during treatment.
rule-short-stated = What the source says.
rule-headline = One finding speaks for each option. We take a test against a pretend treatment first, then against nothing, then against usual care. Studies of everyone with the concern come before studies of some of them. Pooled studies come before one trial, and one trial before a study without random groups. After that: rated by its authors, gives a size, more people, newer. If findings of the same rank and time point different ways, we say that studies disagree. Up to {$weeks_short} weeks counts as short, beyond {$weeks_long} weeks as long. Before-and-after figures, ranks and advice never speak.
    .title = Which finding speaks
rule-certainty = Where the authors rated their own certainty (GRADE), we show that. Otherwise we rate it by a fixed rule. Random groups start at moderate, because we read summaries and could not judge how well each trial was run. Other comparisons start at low. We take off one step each for: fewer than {$people_enough} people or an unknown number (two steps below {$people_very_few}), a range that includes no difference, a mix of comparisons, other people or another treatment, and studies that disagree. No comparison group means very low.
    .title = How sure the studies are
rule-size = For pain and daily activities we use the smallest difference that people notice, taken from published work and put on a scale of 100 points. Less than that is “slightly”, up to twice that is “noticeably”, more is “much”. Where studies use standard units, {$smd_small}, {$smd_medium} and {$smd_large} are the usual limits. Shares of people need no word: we show both numbers.
    .title = How big a difference is
rule-sessions = We take the middle of what single studies used. The range runs from the fewest to the most. Hospital pages speak only where no study does. Exercise or tablets at home are not visits.
    .title = How many visits
rule-downtime = For skin we count days until normal life, and beside them how long it shows: the longest of redness, swelling, crusts and peeling. For pain we count sore days, which are not days off work. Studies speak first, then hospitals; where only clinics say something, we mark it. The words are those of plastic surgeons: under {$downtime_minimal} day “essentially none”, up to {$downtime_moderate} “minimal”, up to {$downtime_significant} “moderate”, beyond “significant”.
    .title = How long recovery takes
rule-course = Visits times days after each visit. The low end takes the fewest visits and the shortest recovery, the high end the most and the longest.
    .title = The whole course
rule-results = From the first visit to when the studies measured. “Still there” means at the longest follow-up anyone did, no more.
    .title = When results show
rule-rates = The lowest and the highest rate among studies of this very treatment. Where people were asked, that counts; notes kept by practitioners find far fewer. Rates for each person and for each visit are never mixed.
    .title = What can go wrong
rule-discomfort = Scores from nought to ten that people gave during treatment, in different studies. They were seldom measured side by side.
    .title = Pain during treatment
