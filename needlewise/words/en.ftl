### Every word of Needlewise in English. One message, one place.
### Facts and figures never stand here: they come from data/ and are put in where {$...} stands.

## The product and its frame

product-name = Needlewise
product-line = What needling can do, next to your other options
page-title = Needlewise: what the studies say of needling and the other ways
page-title-concern = { $concern }: what needling can do · Needlewise
page-title-page = { $page } · Needlewise
page-title-both = { $page }: { $concern } · Needlewise
page-description = Pick a concern and see what needling can do, how many visits it takes and how long you need to recover, next to lasers, peels, exercise and doing nothing. Every number has a source.
nav-explore = Explore
nav-compare = Compare
nav-plan = Plan
nav-suitability = Right for me?
nav-priorities = What matters to me
nav-evidence = Evidence
nav-take_home = Take home
nav-after = After
nav-about = About
nav-menu = Menu
group-pain = Pain and movement
group-skin = Skin and hair
picker-label = What would you like help with?
picker-change = Change concern
early-without-script = The pictures, and all that you can tell or tick, need JavaScript, which is off here. What you see below works without it.
early-pages = Other pages
early-tables = Read how to open the tables with every study and number.
picker-none = Pick a concern
note-unknown-concern = We do not know the concern “{$value}”. Nothing is picked for you: choose below.
search-label = Search, or ask in your own words
search-placeholder = Dermapen, or: work after laser
search-go = Search
search-own = “{$name}”:
search-name = “{$name}” stands here under:
search-brand = “{$name}” is a brand. Here it stands under:
search-near = Nothing here is about “{$name}”. Nearest to it:
search-nothing = Nothing here is about “{$name}”.
search-guess = Nothing is called “{$name}” here. Did you mean one of these?
search-word = “{$name}”: {$text}
search-word-more = How that is worked out
search-no-study = We found no controlled study of it.
search-study = One study of {$people} people: {$what}. It found a difference in favour of {$winner}. How large it was is not given in what we read.
search-both = Both, side by side: {$first} and {$second}
search-option = {$option}: {$concern}
search-after = Had it done and something worries you? When to ring
asked-more = All about it: {$page}
asked-more-of = All about it: {$page}, {$concern}
asked-for-concern = For {$concern}:
asked-promises = We checked {$promises} promises, each for the topics it touches. How the {$count} verdicts came out: {$list}.
asked-promises-part = {$verdict} {$count}
asked-how-sure = {$name}. {$sure}
asked-note-date = Put in your day: Plan shows how likely it is to be ready by then.
asked-note-not_better = Each concern has its own count. Pick yours:
asked-ask = Ask whoever treats you
asked-note-stop_middle = Put in how many visits you have had: Plan shows what is likely if you stop now, and when to ask again.
asked-note-missed_visit = Put in the visits you have had and the days you cannot come. Plan lays the rest, and says where a gap is longer than in the studies.
asked-note-middle_course = Put in the visits you have had and your day. Plan shows how likely it is to be ready, and what is likely if you stop now.
asked-note-package = Put in what you paid ahead: Plan shows what each visit cost you and what is left.
asked-note-changes = About lists the versions and what has changed.
asked-note-authors = About says who did each part, as far as they told us, and who pays.
asked-note-certainty = About shows the rule behind each word. Tap any such word to see why it stands there.
asked-note-practitioner = It stands beside the screens for the two of you: open a concern, then “In the room”.
asked-note-not_listed = A list is never whole. Tell them each tablet you take and each illness you have. Never stop a prescribed medicine on your own.
asked-note-unwell = Very unwell, or worse by the minute? Do not stop to read.
asked-note-low_mood = Thoughts of ending your life, now? Call an ambulance or a crisis line. You need not say why you were treated.
asked-note-needle_left = Ring the place that treated you, or a doctor, now. This is our own advice.
asked-note-booking = Needlewise books nothing, knows no clinics and recommends none.
asked-note-privacy = What you type here stays in this visit. It stands in no address, no file and no log.
asked-note-paper = Take home makes a paper, a link and a calendar file.
asked-note-after = Pick what you had done: what cannot wait stands first, what is normal last.
asked-note-pregnant = Tick what is true of you, and each option gets its answer: not now, ask first, or go ahead.
asked-no-source = Nothing we have read answers this. Ask the person who treats you.
search-do = Ask a doctor what it is before anyone treats it. “Right for me?” asks about you and holds for every option here.
asking-title = What needling can do, and what else there is
asking-title-page = First: what is it about?
asking-first = “{$page}” needs to know that. Nothing is picked for you.
asking-what-needling-is = Needling is the use of thin needles: put into a sore muscle (dry needling), or pricked into the skin in many tiny spots (microneedling).
asking-most-title = Asked most often
disclaimer = This is information, not medical advice. It cannot replace a talk with someone who has examined you.
reviewed = Evidence last gathered in {$date}. Version {$version}.
on-paper = One page is made for paper: open “Take home” and press “Get the PDF”.
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

## Two concerns at once

also-open = Two concerns?
also-pick = Second concern
also-placeholder = Pick one
also-drop = Take the second one away
also-switch = Your two concerns
also-note = Each has its own studies and options. Nothing here adds them up.
also-title = Your second concern: {$noun}
also-none = Nothing in our tables is about treating both at once.
also-apart = So nothing here says that both can be done on one day, or how many days must lie between them, least of all at the same place. Ask whoever treats you.
also-same-days = Counted each by itself, visits for both fall on {$days}.
also-same-more = {$count ->
    [one] {$days} and one day more
   *[other] {$days} and {$count} days more
}
room-other = Show: {$name}

## Certainty

certainty-high = High certainty
certainty-moderate = Moderate certainty
certainty-low = Low certainty
certainty-very_low = Very low certainty
certainty-not_rated = Certainty not rated
certainty-none = No trial found to rate
certainty-short-high = High
certainty-short-moderate = Moderate
certainty-short-low = Low
certainty-short-very_low = Very low
certainty-short-not_rated = Not rated
certainty-short-none = No trial found
certainty-means-high = New studies are very unlikely to change this.
certainty-means-moderate = Probably right, but new studies could change it.
certainty-means-low = New studies are likely to change this.
certainty-means-not_rated = What we read does not tell how sure this is.
certainty-means-very_low = The studies are too weak to rely on.
certainty-by-source = Rated by the authors of the review (GRADE).
certainty-not-rated-why = Not rated: {$reasons}.
certainty-by-ours = Our own rating, by a fixed rule.
reason-bias_unjudged = we read summaries, so we could not judge how well each trial was run
reason-not_reviewed = no journal has had the paper reviewed yet
reason-few_randomised = in most of its studies people were not put into groups by chance
reason-not_randomised = people were not put into groups by chance
reason-no_control = there was no comparison group
reason-few_people = fewer than {$enough} people
reason-very_few_people = fewer than {$few} people
reason-people_unknown = the number of people is not given in what we read
reason-untested = the results of the two sides were not compared
reason-many_lost = many people were lost before the last look
reason-bias_stated = the source itself says that its studies may be biased
reason-not_believable = the source prints a size that cannot be true
reason-studies_differ = the pooled studies differ much from each other
reason-range_open = the range leaves open whether the difference matters
reason-range_wide = the range is very wide
reason-range_unknown = no range was given
reason-mixed_comparators = it was compared with a mix of things
reason-indirect = the people or the treatment were not quite these
reason-disagreement = studies disagree
reason-size_unknown = the size of the difference was not given
reason-rates_differ = the studies differ much from each other
reason-not_asked = it was written down by those who treat; people who are asked tell of more
certainty-lowered = Lowered because {$reasons}.
certainty-source-lowered = We take one step off, because {$reasons}.

## Outcomes: as a thing, and the good that a treatment does (third person and bare form). “More” must always mean better.

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
    .third = keeps {$noun} from coming back
    .bare = keep {$noun} from coming back
outcome-durability = lasting results
    .third = keeps results
    .bare = keep results
outcome-tissue = changes under the microscope
    .third = improves tissue under the microscope
    .bare = improve tissue under the microscope
outcome-procedure_pain = pain during treatment
    .third = spares people pain during treatment
    .bare = spare people pain during treatment
outcome-downtime = recovery time
    .third = shortens recovery
    .bare = shorten recovery
outcome-dark_marks = dark marks
    .third = avoids dark marks
    .bare = avoid dark marks
    .event = got dark marks
outcome-adverse_events = unwanted effects
    .third = avoids unwanted effects
    .bare = avoid unwanted effects
    .event = had unwanted effects
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
# Where the pooled studies differ much: the size at both ends of the range.
size-word-hardly = very slightly
size-word-little = slightly
size-word-noticeable = noticeably
size-word-moderate = moderately
size-word-large = much
size-more-between = {$low} to {$high} more
size-less-between = {$low} to {$high} less
size-less-hardly = very slightly less
size-less-little = slightly less
size-less-noticeable = noticeably less
size-less-moderate = moderately less
size-less-large = much less
size-less-unknown = less

## One sentence maker

# The verb says how sure the studies are; what could not be rated is reported, no more. The size stands inside the verb.
effect-compared = {$level ->
    [high] {$subject} {$third} than {$comparator}
    [moderate] {$subject} probably {$third} than {$comparator}
    [low] {$subject} may {$bare} than {$comparator}
    [not_rated] {$subject} {$plural ->
        [yes] are
       *[no] is
    } reported to {$bare} than {$comparator}
   *[very_low] we are not sure whether {$subject} {$third} than {$comparator}
}
# Verbs that cannot be turned by “more” or “less”.
better-recurrence = makes {$noun} come back less often
    .bare = make {$noun} come back less often
worse-recurrence = makes {$noun} come back more often
    .bare = make {$noun} come back more often
worse-improvement = does {$less} for {$noun}
    .bare = do {$less} for {$noun}
worse-scar_severity = does {$less} for how scars look
    .bare = do {$less} for how scars look
worse-quality_of_life = does {$less} for everyday life
    .bare = do {$less} for everyday life
worse-procedure_pain = hurts {$more} during treatment
    .bare = hurt {$more} during treatment
worse-dark_marks = leaves {$more} dark marks
    .bare = leave {$more} dark marks
worse-adverse_events = has {$more} unwanted effects
    .bare = have {$more} unwanted effects
effect-little-difference = {$subject} {$level ->
    [high] {$plural ->
        [yes] make
       *[no] makes
    }
   *[moderate] probably {$plural ->
        [yes] make
       *[no] makes
    }
} little or no difference to {$thing} compared with {$comparator}
effect-no-clear = no clear difference in {$thing} was found between {$subject} and {$comparator}
# The same in an option's own row, where its name stands already.
effect-no-clear-own = no clear difference from {$comparator} was found in {$thing}
effect-no-clear-caution = That does not prove they are equal.
effect-added = With {$other} in both groups, {$statement}
effect-subgroup = {$subgroup}: {$statement}
effect-time = {$statement}, {$time}
effect-time-unknown = time not stated
effect-notes = {$statement} ({$notes})
effect-elsewhen-treatment = but better {$times}
effect-elsewhen-comparator = but worse {$times}
effect-elsewhen-neither = there was no clear difference {$times}
effect-untested = we cannot tell whether {$subject} {$third} more than {$comparator}
effect-untested-why = {$statement}: the study did not compare the results of the two sides
effect-below-own = the authors call the difference too small to matter
# What the study set out to measure came out otherwise.
effect-main-outcome = {$way ->
    [treatment] but it came out better for {$thing}, the main thing that the study set out to measure
    [comparator] but it came out worse for {$thing}, the main thing that the study set out to measure
   *[neither] but no clear difference in {$thing}, the main thing that the study set out to measure
}
effect-sizes-differ = studies differ on how much
effect-reviews-differ = not all reviews found this
effect-bias-stated = the review itself doubts its trials
effect-not-believable = the review prints a size that cannot be true, so we tell none
# What was seen is said, and why it cannot carry weight.
effect-too-few = {$seen ->
    [yes] seen in only
   *[no] only
} {$people} people, too few to tell
effect-too-weak = seen, but too weak to tell
# The times stand beside each voice, or once at the end where they are the same.
effect-disagree = Studies disagree on whether {$subject} {$third} more than {$comparator}: {$yes ->
    [0] none found it did
    [one] one found it did{$yestimes}
   *[other] {$yes} found it did{$yestimes}
}{$no ->
    [0] {""}
    [one] , one found no clear difference{$notimes}
   *[other] , {$no} found no clear difference{$notimes}
}{$worse ->
    [0] {""}
    [one] , one found it did less{$worsetimes}
   *[other] , {$worse} found it did less{$worsetimes}
}
effect-voice-times = ({$times})
effect-none-nothing = {$group ->
    [skin] We found no trial of {$subject} for {$noun} against a dummy treatment or leaving the skin alone.
   *[pain] We found no trial of {$subject} for {$noun} against a dummy treatment or doing nothing.
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

# Beside the finding that speaks: why another is told, and in one short sentence that not all point the same way.
beside-lead = {$lead}: {$text}
beside-worse = A finding that is worse
beside-later = Later the gain was gone
beside-back = Later it came back
beside-faded = Later the gain was no longer clear
# What people saw who were followed without a comparison group.
followed-back = {$people ->
    [none] in a study without a comparison group, {$share} of 100 {$unit ->
        [keloid] keloids
       *[person] people
    } {$event}
   *[other] among {$people} people followed without a comparison group, {$share} of 100 {$unit ->
        [keloid] keloids{" "}
       *[person] {""}
    }{$event}
}
followed-back-few = of {$people} people followed without a comparison group, {$events} {$event}
followed-faded = in people followed without a comparison group, no clear difference in {$thing} from before was left
beside-pool = Studies differ when more kinds of needling are counted together
beside-part = In other people
beside-outcome = Measured in another way
beside-blinded = With pretend needles or a dummy on the other side
beside-study = Another study came out differently
beside-measure = The same study found otherwise by another measure
beside-nothing = In another comparison
beside-mix = In another comparison
turn-worse = For {$thing} another finding is worse.
turn-later = At a later look the gain was gone.
turn-pool = Studies differ: counted together with other needling, it came out differently.
turn-part = It came out differently for {$part}.
turn-depends = It depends on who. {$text}
turn-outcome = It came out differently for {$thing}.
turn-back = People who were followed saw it come back.
turn-faded = In people who were followed, the gain was later no longer clear.
turn-study = Another study came out differently.
turn-measure = By another measure it came out differently.
turn-everyone = others

# The cells of "how well it works"
cell-not-tested-nothing = {$group ->
    [skin] We found no trial against a dummy or leaving the skin alone.
   *[pain] We found no trial against a dummy or doing nothing.
}
# Studied, but not so that it can speak here: which of these it is, is said.
cell-only-other = We found studies, but only {$kinds}.
cell-only-people = in other people or another form
cell-only-mix = against a mix of treatments
cell-only-rival = against something that is not among these options
cell-only-weak = that are weak or that nobody checked
it = it
they = they
them = them
or = or
and = and
days-none = none
days-up-to = {$typical}, up to {$high} {$count ->
    [one] day
   *[other] days
}
cell-only-before-after = Only before-and-after studies, with no comparison group.
cell-no-study = We found no study for this concern.
cell-points = {$thing}: {$points} of 100 points {$direction ->
    [better] better
   *[worse] worse
}
cell-points-range = {$thing}: {$points} of 100 points {$direction ->
    [better] better
   *[worse] worse
} (range {$low} to {$high})
cell-points-crossing = {$thing}: {$points} of 100 points {$direction ->
    [better] better
   *[worse] worse
} (range: {$low} to {$high})
# Several findings that came out differently: never the size of one side alone.
voices-range = {$thing}: from {$low} to {$high}, by study (points of 100)
voices-unsized = how much cannot be told: the studies differ, and not all give a size
# Two sides of which only the means are known.
cell-arms = {$thing}: {$first}, against {$second} with {$comparator} (on a scale of {$points} points; {$better ->
    [lower] lower is better
   *[higher] higher is better
})
points-signed = {$points} {$direction ->
    [better] better
   *[worse] worse
}
# The numbers as the source printed them. SMD, RR, OR and SUCRA are the names that a reader who checks looks for.
published-SMD = difference of {$value} in standard units (SMD){$against ->
    [none] {""}
   *[other] , against {$against}
}
published-MD = {$against ->
    [none] difference of {$value}
   *[other] {$value}, against {$against}
}
published-RR = {$value} times as likely (RR)
published-OR = {$value} times the odds (OR: those who did to those who did not)
published-proportion = {$value} of 100{$against ->
    [none] {""}
   *[other] , against {$against} of 100
}
published-percent_change = a change of {$value}%{$against ->
    [none] {""}
   *[other] , against {$against}%
}
published-rank = {$value} of 100 in a ranking (SUCRA)
published-range = {$text}, range {$low} to {$high}
# Several reviews, or several single trials, that answer the same question. Never added up.
pools-range = {$count} reviews found from {$low} to {$high}; some trials are in more than one of them
pools-share = {$count} reviews {$tally ->
    [none] found this
   *[other] looked at this: {$tally}
}; some trials are in more than one of them
trials-share = {$count} trials{$people ->
    [none] {""}
   *[other] {" "}with {$people} people
} {$tally ->
    [none] found this
   *[other] looked at this: {$tally}
}
tally-treatment = {$count} found it better
tally-neither = {$count} found no clear difference
tally-comparator = {$count} found it worse
subject-form = {$subject} ({$words})
subject-adding = adding {$subject} to {$other}
cell-people = {$events} of {$people} people {$event}, against {$others} of {$otherpeople} with {$comparator}
cell-shares = {$first} of 100 {$unit ->
    [keloid] keloids
   *[person] people
} {$event}, against {$second} of 100 with {$comparator}{$people ->
    [none] {""}
   *[other] {" "}({$people} people in all)
}

## The answer

# Where the sentence ends in brackets, how sure it is goes into them.
answer-beside = {$text}{$bracket ->
    [yes] {"; "}
   *[no] {" ("}
}{$level ->
    [high] high certainty
    [moderate] moderate certainty
    [low] low certainty
    [not_rated] certainty not rated
   *[very_low] very low certainty
}).
# One sentence for each option that needling was tested against: what was found, in whom, when and how sure.
answer-rival-about = {$statement} ({$about})
answer-rival-better = Against {$rival}, {$name} {$level ->
    [high] works {$how}
    [moderate] probably works {$how}
    [low] may work {$how}
    [not_rated] is reported to work better
   *[very_low] did better, but too weakly to tell
}
answer-rival-worse = Against {$rival}, {$name} {$level ->
    [high] works {$how}
    [moderate] probably works {$how}
    [low] may work {$how}
    [not_rated] is reported to work less well
   *[very_low] did less well, but too weakly to tell
}
answer-rival-how-better = {$slight ->
    [yes] slightly better
   *[no] better
}
answer-rival-how-worse = {$slight ->
    [yes] slightly less well
   *[no] less well
}
answer-rival-same = Against {$rival}, little or no difference was found
answer-rival-no_clear = Against {$rival}, no clear difference was found
answer-rival-disagree = Against {$rival}, studies disagree
answer-rival-untested = Nobody can tell how {$name} compares with {$rival}
answer-rival-times = Against {$rival}, it depends on when the studies looked: {$sides}
answer-rival-side-treatment = {$name} did better {$time}
answer-rival-side-comparator = {$name} did worse {$time}
answer-rival-side-neither = there was no clear difference {$time}
answer-rivals-none = We found no trial against the other options here.
answer-course-skin = {$weak ->
    [all] By typical clinic advice, a
   *[no] A
} usual course takes about {$days} days off in all{$weak ->
    [needling] {" "}(typical clinic advice)
    [leaflet] {" "}(by one clinic’s leaflet)
    [leaflet_all] {" "}(by one clinic’s leaflet)
   *[no] {""}
}{$rival ->
    [none] {""}
   *[other] ; with {$rival} {$rivaldays}{$weak ->
        [leaflet_all] {" "}(clinic advice)
       *[no] {""}
    }
}.
answer-course-pain = {$weak ->
    [all] By typical clinic advice, a
   *[no] A
} usual course means about {$days} sore {$days ->
    [1] day
   *[other] days
} in all, on average{$weak ->
    [needling] {" "}(typical clinic advice)
    [leaflet] {" "}(by one clinic’s leaflet)
    [leaflet_all] {" "}(by one clinic’s leaflet)
   *[no] {""}
}: {$share}{$rival ->
    [none] {""}
   *[other] . With {$rival}: {$rivaldays}{$weak ->
        [leaflet_all] {" "}(clinic advice)
       *[no] {""}
    }
}.
# Days beside those of needling: told as in the table, so that less than one is never rounded up to one.
answer-rival-days = {$days ->
    [none] none
    [under] under a day
   *[other] about {$days}
}
answer-eyebrow = {$treatment} for {$noun}
answer-studies = {$studies ->
    [one] one study
   *[other] {$studies} studies
}
answer-people = {$count ->
    [one] {$people} person
   *[other] {$people} people
}
pause-title = Before you decide
pause-turn = Not all findings on {$name} point the same way. {$turn}
pause-gap = {$seen ->
    [yes] No study that is sure enough shows
   *[no] We found no study that shows
} that {$name} does more for {$noun} than {$group ->
    [skin] a dummy treatment or leaving the skin alone
   *[pain] a dummy treatment or doing nothing
}.
pause-no-dummy = We found no study of {$noun} that set {$name} beside a dummy treatment.
pause-nothing = If nothing is done: {$nothing}

figure-visits = Visits
figure-downtime-skin = Days off each visit
figure-downtime-pain = Sore after each visit
figure-course-skin = Days off, whole course
figure-course-pain = Sore days, whole course
figure-results = When a result is seen
figure-range = from {$low} to {$high} {$basis ->
    [studies] in the studies
   *[other] in leaflets for patients
}
figure-range-days = from {$low} to {$high}
figure-unknown = Not known
figure-unknown-why = No source gives this.
figure-days = {$number} {$count ->
    [one] day
   *[other] days
}
figure-from-to = {$low} to {$high}
answer-whole-review = {$counts} in the whole review
column-shown-skin = Days it shows
# Each measure and milestone of recovery, as the head of a column, and inside the note of another figure.
recovery-off = Days off (until work and normal life)
recovery-shows = Days it shows
recovery-sore = Days sore (of those who get sore)
recovery-makeup = Make-up allowed after
recovery-exercise = Hard exercise fine after
recovery-sun = Sun, with care, after
recovery-settled = Redness and colour settled after
recovery-in-note-off = work and normal life after: {$days}
recovery-in-note-shows = how long it shows: {$days}
recovery-in-note-makeup = make-up after: {$days}
recovery-in-note-exercise = hard exercise after: {$days}
# Days off that are longer than the days it shows.
recovery-apart-studies = from other studies than the days it shows
recovery-apart-advice = advice; in studies the marks were gone sooner
recovery-apart-clinics = clinic advice; by other sources the marks are gone sooner
recovery-elsewhere = Known only for another place ({$site}): {$days}
# How many people get sore at all: the share that sore days are multiplied with.
sore-share-many = about {$typical} of 100 people get sore, {$low} to {$high} in {$studies} studies
sore-share-asked = {$rate} of 100 people got sore ({$people} asked)
sore-share-few = {$events} of {$people} people got sore
sore-share-unknown = how many people get sore was not counted for this place
sore-no-sum = No sum: how many people get sore was not counted for this place.
sore-average = on average; {$share}
figure-less-than-day = under a day
figure-weeks = {$number} {$count ->
    [one] week
   *[other] weeks
}
figure-months = {$number} {$count ->
    [one] month
   *[other] months
}
figure-followed-kept = still there at {$time} in one study
figure-followed-partly = partly there at {$time} in one study
figure-followed-end = the end of the course
figure-followed-other = {$first}; {$other}
figure-followed-faded = gone by {$time} in one study
figure-followed-unknown = looked at until {$time} after the last visit
figure-followed-to-end = looked at until the end of the course only
figure-followed-none = how long a result lasts is not known
figure-counted-soreness = not time off work
basis-clinics-short = clinic advice
basis-one-clinics-short = by one clinic’s leaflet
basis-clinics = typical clinic advice, not a study
basis-first-visits = only after the first visits
basis-one-studies = one study
basis-one-advice = one leaflet or guide, not a study
basis-one-clinics = one clinic’s leaflet, not a study
interval-days = {$days} apart
interval-weeks = about {$weeks} apart
interval-unknown = spacing not stated
lexicon-none = “Essentially none”
lexicon-minimal = “Minimal”
lexicon-moderate = “Moderate”
lexicon-significant = “Significant”
what-happens-title = What happens in {$treatment}

## Options at a glance

effect-also = What else studies found
regulator-title = What regulators allow
regulator-authorised = {$country}, allowed ({$date}): {$status}
regulator-rule = {$country}, rule ({$date}): {$status}
regulator-none = We found no rule of a regulator.
country-US = United States
country-UK = United Kingdom
country-EU = European Union
country-AU = Australia
country-ZA = South Africa
options-title = Your options, side by side
# What the lines of options were measured against: only those of one group can be weighed against each other.
bases = Not all were measured against the same: {$told}. Those of one group cannot be weighed against those of another.
bases-sham = {$names} against a dummy
bases-no_treatment = {$names} against {$group ->
    [skin] leaving the skin alone
   *[pain] doing nothing
}
bases-usual_care = {$names} against usual care
bases-added = {$names} on top of other care
bases-rival = {$names} against another option
bases-table = Each line says what it was measured against. Only lines against the same can be weighed against each other.
bases-short-sham = against a dummy
bases-short-no_treatment = against {$group ->
    [skin] skin left alone
   *[pain] doing nothing
}
bases-short-usual_care = against usual care
options-lead = The same questions for every option. First does not mean best. Tap any figure for its source.
options-order = How they are put in order
options-order-skin = First stand the needling, the option that guidelines put first (where none does, the one we are surest about), the ones studied in most people, and doing nothing. The rest stand by kind, fewest days off first. Where we found no recommendation, there may still be one.
options-order-pain = First stand the needling, the option that guidelines put first (where none does, the one we are surest about), the ones studied in most people, and doing nothing. The rest stand by kind, fewest visits first. Where we found no recommendation, there may still be one.
# How many options wait behind the fold of the table, on a screen of any width.
explore-options-more = {$count ->
    [one] One more option
   *[other] {$count} more options, by kind
}
kind-needling = Needling
kind-energy = Lasers, light, heat and other machines
kind-peels_creams = Peels, creams and gels
kind-injections = Injections
kind-hands_on = Exercise, hands-on care and daily life
kind-surgery = Surgery
kind-medicines = Medicines
kind-nothing = Doing nothing
# What guidelines say of an option. A body with its year; then what it says, for one body or several.
advice-body = {$body} ({$year})
advice-for = {$bodies} {$count ->
    [one] recommends it
   *[other] recommend it
}
advice-weak_for = {$bodies} {$count ->
    [one] says it may be used
   *[other] say it may be used
}
advice-neutral = {$bodies} {$count ->
    [one] takes no side
   *[other] take no side
}
advice-weak_against = {$bodies} {$count ->
    [one] leans against it
   *[other] lean against it
}
advice-against = {$bodies} {$count ->
    [one] advises against it
   *[other] advise against it
}
advice-not_mentioned = {$bodies} {$count ->
    [one] does not name it
   *[other] do not name it
}
advice-disagree = Guidelines disagree: {$text}
advice-none = We found no recommendation in a guideline
column-option = Option
column-effect = How well it works
column-certainty = How sure
column-visits = Visits
column-days-skin = Days off each visit
column-days-pain = Days sore, if sore
column-course-skin = Days off in all
column-course-pain = Sore days in all, on average
column-discomfort = Pain during
column-harm-skin = Dark marks
column-harm-pain = Main unwanted effect
cell-home = at home
cell-unknown = Not known
cell-no-score = No score found
cell-score = {$score} of 10
cell-score-about = about {$score} of 10
# How much stands behind a pain score.
pain-review = one review
pain-visits = {$visits} visits
pain-people-unknown = number of people not given
pain-spread = {$text}: {$low} to {$high}
pain-no-middle = {$text}; only lowest and highest given
pain-elsewhere = {$text}; known only for another place ({$site})
cell-no-rate = No rate found
cell-none = None

## Pictures

downtime-title-skin = How long it shows after one visit
downtime-title-pain = How long people are sore after one visit
downtime-lead-skin = Solid: how long it usually shows. Pale: the longest reported. These are not days off: the table below has those, with make-up, exercise and sun. Day 0 is the treatment.
downtime-lead-pain = Of those who get sore. Solid: the usual time. Pale: the longest reported. The table below says how many get sore, and when work and hard exercise are fine. Day 0 is the treatment.
downtime-none-skin = How long it shows is not known for {$names}.
downtime-none-pain = How long people are sore is not known for {$names}.
downtime-alt = {$title}. {$list}.
downtime-axis-day = day {$day}
downtime-axis-week = {$weeks ->
    [one] 1 week
   *[other] {$weeks} weeks
}
sessions-title = How many visits
sessions-lead = Dot: the usual number. Line: fewest to most in the studies.
sessions-alt = Visits for a usual course. {$list}.
course-title-skin = Days off over the whole course
course-title-pain = Sore days over the whole course
course-lead-skin = Each block is one visit, as long as the days off after it. The longer the bar, the more days off in all.
course-lead-pain = Each block is one visit, as long as the sore days after it for the average person: how long people are sore, times how many get sore. The longer the bar, the more sore days in all.
course-label = {$visits} {$count ->
    [one] visit
   *[other] visits
}, {$days}
course-alt-skin = Visits, and days off in all. {$list}.
course-alt-pain = Visits, and sore days in all for the average person. {$list}.
course-missing-skin = Not drawn, because visits or days off are not known: {$names}.
course-missing-pain = Not drawn, because visits, sore days or how many get sore are not known: {$names}.
findings-title = What the studies found
findings-lead = Each mark is one finding. The line is the range the truth probably lies in. Where it crosses the dashed line, there may be no difference. The number at the right is the middle of the line. “Times as likely” does not say how many people that is: the count of people below does, where a study has one.
findings-none = No finding for this concern gives a size with a range that can be drawn.
# Both sides of one line, by name.
findings-better = better with {$name} →
findings-worse = ← better with {$name}
findings-pair = {$first} against {$second}
findings-pair-satisfied = {$first} against {$second}, how satisfied people were:
findings-way-better = {$count ->
    [one] better with the first in one finding
   *[other] better with the first in {$count} findings
}
findings-way-same = {$count ->
    [one] no clear difference in one
   *[other] no clear difference in {$count}
}
findings-way-worse = {$count ->
    [one] better with the second in one
   *[other] better with the second in {$count}
}
findings-left-out = Drawn: {$drawn}. Not drawn: {$count} ({$why}). Below stands which way those point.
findings-why-range = no size or no range: {$count}
findings-why-line = a unit that none of these lines is for: {$count}
findings-why-behind = another finding answers the same question: {$count}
findings-directions = {$count ->
    [one] Which way the one finding points that is not drawn
   *[other] Which way the {$count} findings point that are not drawn
}
findings-directions-key = One mark for each finding. ▲ better with the one named first, ▼ better with the one named second, ○ no clear difference. Neither how large nor how sure: the table has that.
findings-panel-points = Points of 100 (our conversion)
findings-panel-smd = Standard units
findings-panel-ratio = Times as likely to do well
findings-panel-odds = Times the odds of doing well (those who did to those who did not)
findings-row = {$first} against {$second}: {$what}
findings-alt = Differences with their ranges.
found-treatment = better with the first
found-comparator = better with the second
found-neither = no clear difference
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
shares-title = How many got better: one count
# The one count of people that stands for a concern on every page.
shares-lead = How many {$event}, {$time}. All pages show this same count.
shares-chosen = {$needling ->
    [yes] The count above was chosen by a fixed rule: from studies that put people into groups by chance and had {$name} in them, the one that counted what matters most, then the surest.
   *[no] The count above was chosen by a fixed rule. No study that put people into groups by chance counted people with {$name}, so it is of another option: the one that counted what matters most, then the surest.
}
shares-filled = Filled marks: those who did.
shares-of = {$events} of {$people}
shares-caption = {$count} did, {$rest} did not
shares-line = With {$name}, {$first} people {$event}, and {$rest} not. With {$other}: {$second}, and {$otherrest} not.
shares-added = {$name} on top of {$other}
shares-sides-unknown = how many on each side is not given
shares-other = {$text} ({$time})
shares-others = Counted in other ways, so do not compare these with the count above or with each other:
shares-satisfied = Satisfied is not the same as improved. It is a measure of its own:
shares-not-randomised = groups not made by chance
shares-sure = {$level ->
    [not_rated] not rated
   *[other] {$words} certainty
}
shares-alt = {$name}: {$count} {$event}, {$rest} did not.
shares-none = No study for this concern counted how many people got better on each side.
shares-none-drawn = No study that put people into groups by chance counted how many got better on each side, so there is no one figure.
shares-time-unknown = time not stated

darkens-none = No study we found counted dark marks in skin like yours with any of these.
darkens-one = Of these, only {$names} was studied in skin like yours. So we cannot say which darkens least.
darkens-apart = Of the {$count} options studied in skin like yours, {$names} darkened least.
darkens-some = Of the {$count} options studied in skin like yours, these darkened least: {$names}. Too few people were counted to tell their dark marks apart. Darkened more often: {$more}.
darkens-all = By dark marks counted in different studies, the {$count} options studied in skin like yours cannot be told apart: too few people. The fewest came with {$first}.
darkens-direct = Set against each other, {$text}
darkens-direct-plain = Set against each other in studies, more people got dark marks with {$more} than {$less} ({$sure}).
darkens-direct-than = with {$name}
darkens-rate = {$name}: {$rate}; {$sure}.
darkens-prevention = What a cream changed. {$name}: {$groups}.
darkens-with = {$rate} got dark marks with {$words}

## Benefits, harms, red flags

benefits-title = Promises you may hear
benefits-lead = Claims made for needling that touch this concern, and what the studies say.
verdict-well_supported = Well supported
verdict-partly_supported = Partly supported
verdict-weakly_supported = Weakly supported
verdict-studies_differ = Studies differ
verdict-not_shown = Nobody has shown it
verdict-mostly_against = Studies speak against it
benefit-why = Why we say so
benefit-rests = {$count ->
    [one] Rests on one source
   *[other] Rests on {$count} sources
}
harms-title = What can go wrong
harms-lead = How many had it, of how many, and in how many studies. The same list for every option; what may stay comes first.
harms-none = No rate was found. That does not mean it is free of harm.
plan-warned-title = Before you book: official warnings
plan-warned-lead = What authorities warn of, for the options on this calendar.
harms-warned-warning = Official warning ({$country}, {$date}):
harms-warned-report = Report of an authority ({$country}, {$date}):
# The line of a warning that never waits behind a fold: it names the danger.
harms-warned-short = {$kind ->
    [warning] Warning
   *[report] Report
}, {$country}{$year ->
    [none] {""}
   *[other] {" "}{$year}
}: {$part ->
    [none] {$danger}
   *[other] {$danger} (as with {$part})
}
harms-uncounted = Not counted: {$names}.
harms-more = {$name}: {$rate}; {$note}.
# Folds of Explore on a phone: each says how much is inside.
explore-more = More
explore-option-more = More about {$name}
explore-about = About {$noun} and {$treatment}
ways = Next steps
explore-parts = On this page
explore-part-options = Options
explore-part-downtime = Recovery
explore-part-findings = Studies
explore-part-benefits = Promises
explore-part-harms = What can go wrong
explore-part-serious = Rare but serious
explore-twin = {$count ->
    [one] Show this one row as a table
   *[other] Show these {$count} rows as a table
}
pictures-draw = Draw the pictures
explore-findings-fold = {$count ->
    [one] One finding as a picture
   *[other] {$count} findings as a picture
}{$more ->
    [0] {""}
    [one] , and which way one more points
   *[other] , and which way {$more} more point
}
explore-picture-fold = {$count ->
    [one] Picture and table of one option
   *[other] Picture and table of {$count} options
}
explore-harms-fold = {$count ->
    [one] What was counted for one option
   *[other] What was counted for {$count} options, the same list for each
}
explore-shares-more = {$count ->
    [one] One more count
   *[other] {$count} more counts
}
explore-verdicts = {$count ->
    [one] Show one promise: {$list}
   *[other] Show {$count} promises: {$list}
}
explore-verdicts-part = {$count} {$verdict}
explore-harms-more = {$count ->
    [one] One more effect, not serious
   *[other] {$count} more effects, none of them serious
}
# Who should not have it now, and who should ask first.
explore-not-now = Not now, if one of these fits you:
explore-ask-first = Ask first, if one of these fits you:
explore-ask-more = {$count ->
    [one] Ask first about one thing
   *[other] Ask first about {$count} things
}
explore-every-option = Why, and what holds for every other option:
harms-listed = Also reported, without a rate: {$names}.
harms-skin-types = studied in skin types {$low}–{$high}
harms-warned-title = What authorities warn of
harms-serious-title = Rare but serious
harms-serious-lead = Other serious harms, each with its own count.
harms-serious-unseen-title = Counted, and nobody had a serious harm
harms-serious-unseen = {$count ->
    [one] Counted in one more option: nobody had a serious harm
   *[other] Counted in {$count} more options: nobody had a serious harm
}
harms-unrated = Reported; how often is not known
harms-unrated-short = Also reported
harms-unrated-all = Reported, how often is not known: {$names}
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
harm-blood_clot = Blood clot
harm-blocked_vessel = Blocked blood vessel
harm-blisters = Blisters
harm-blood_sugar_rise = Rise in blood sugar
harm-bruising = Bruises
harm-burn = Burns
harm-cartilage_loss = Loss of cartilage
harm-cold_sores = Cold sores
harm-collapsed_lung = Collapsed lung
harm-crusting = Crusts
harm-dark_marks = Dark marks
harm-drooping_eyelid = Drooping eyelid
harm-drowsiness = Drowsiness
harm-dry_skin = Dry skin
harm-extra_hair = Hair where it is not wanted
harm-eye_inflammation = Inflamed eye
harm-fainting = Fainting
harm-fat_loss = Loss of fat under the skin
harm-fracture = Broken bone
harm-granuloma = Lasting lumps in the skin
harm-headache = Headache
harm-heart_or_stroke = Heart attack or stroke
harm-infection = Infection
harm-itching = Itching
harm-joint_stiffness = Stiff joint
harm-light_marks = Light marks
harm-low_mood = Low mood or thoughts of suicide
harm-melasma_worse = Melasma getting worse
harm-misuse = Misuse of the medicine
harm-nausea = Feeling sick
harm-needed_treatment = Needed treatment
harm-neck_artery = Torn neck artery or stroke
harm-needle_marks = Needle marks
harm-nerve_injury = Nerve injury
harm-numbness = Numbness
harm-ochronosis = Blue-black marks from the cream
harm-other = Other unwanted effects
harm-pain_during = Pain during treatment
harm-peeling = Peeling
harm-rash = Rash
harm-redness = Redness
harm-scarring = Scars
harm-serious_event = Any serious event
harm-sexual_problems = Sexual problems
harm-shedding = More hair loss at first
harm-skin_thinning = Thinner skin
harm-soreness = Soreness afterwards
harm-steroid_flare = More pain at first
harm-stinging = Stinging
harm-stomach_upset = Upset stomach
harm-stopped_early = Stopped because of it
harm-swelling = Swelling
harm-tendon_damage = Damaged tendon
harm-toxin_spread = Trouble swallowing or breathing
harm-visible_vessels = Small red veins
harm-worse_symptoms = Worse complaints

## Source cards

card-title = Where this comes from
card-row = This row: its history, and how to cite it
card-close = Close
card-coming = The sources are coming …
card-failed = The sources did not come. Check that you are online, close this, and tap again.
shelf-title = Where the numbers come from
shelf-concern = What studies found for: { $name }. Each entry is one row of our tables, with the study it was taken from.
sources-mark = sources
certainty-word = certainty
certainty-not-rated = Not rated
column-harm = Unwanted effect
column-rate = How often
harms-none-seen = none of {$counted} in {$studies ->
    [one] one study
   *[other] {$studies} studies
}; the true number may be up to {$rate} in {$where}
# Harms of one treatment against another: always who had more of them.
contrast-title = Unwanted effects of one against the other
explore-contrasts-more = {$count ->
    [one] One more comparison of harms
   *[other] {$count} more comparisons of harms
}
contrast-times = about {$times} times as many {$unit ->
    [keloid] keloids
   *[person] people
} {$event} with {$first} as with {$second}
contrast-more = more {$unit ->
    [keloid] keloids
   *[person] people
} {$event} with {$first} than with {$second}
contrast-same = no clear difference was found in how many {$unit ->
    [keloid] keloids
   *[person] people
} {$event} with {$first} and with {$second}
contrast-disagree = studies disagree on whether more {$unit ->
    [keloid] keloids
   *[person] people
} {$event} with {$first} or with {$second}
contrast-range = {$low} to {$high} times
contrast-ratio = {$measure ->
    [OR] about {$times} times, counted as those who had it to those who did not
   *[RR] {$times} times as many
}
contrast-ratio-range = {$ratio}, {$low} to {$high}
contrast-shares = {$first} and {$second} in 100{$unit ->
    [keloid] {" "}keloids
   *[person] {""}
}, in {$count ->
    [one] a study of {$people} person
   *[other] a study of {$people} people
}
contrast-untested = the results of the two were not compared
contrast-time = {$text}, {$time}
harms-not-counted = not counted
harms-reported-too = also reported: {$label}
harms-reported = reported, not counted
# What a label says that the name of the harm already says.
harm-label-plain-1 = {$name} after treatment
harm-label-plain-2 = {$name} afterwards
rate-count = {$unit ->
    [session] {$count ->
        [one] {$n} visit
       *[other] {$n} visits
    }
    [syringe] {$n} syringes
    [keloid] {$count ->
        [one] {$n} keloid
       *[other] {$n} keloids
    }
    [person] {$count ->
        [one] {$n} person
       *[other] {$n} people
    }
   *[unknown] {$n} cases
}
rate-count-about = about {$counted}
rate-in-all = {$counted} in all
rate-asked = {$way ->
    [asked] people were asked
   *[recorded] as written down by those who treated
}
rate-unsized = {$text}; {$studies ->
    [one] another study says
   *[other] other studies say
} {$shares} of 100, but not of how many {$unit ->
    [session] visits
    [syringe] syringes
    [keloid] keloids
    [person] people
   *[unknown] cases
}
rate-base = {$base} {$unit ->
    [session] visits
    [syringe] syringes
    [keloid] keloids
    [person] people
   *[unknown] cases
}
rate-base-of = {$rate} in {$base}
rate-pair = {$events} of {$n}
rate-one = {$events} of {$counted} in {$pooled ->
    [none] one study
    [some] the trials of one review
   *[other] {$pooled} trials pooled
}
rate-groups = {$groups} {$unit ->
    [session] visits
    [syringe] syringes
    [keloid] keloids
    [person] people
   *[unknown] cases
} in {$studies} studies
rate-one-share = {$rate} in {$where} ({$pooled ->
    [none] one study of {$counted}
    [some] the trials of one review, {$counted}
   *[other] {$pooled} trials pooled, {$counted}
})
rate-same = {$rate} in {$where} ({$among})
rate-between = {$low} to {$high} in {$where} ({$among})
rate-about = about {$middle} in {$where}, from {$low} to {$high} ({$among})
rate-among = {$studies} studies, {$counted}
rate-lasts = how long: {$words}
rate-prevention = prevention: {$words}
rate-beside = {$among ->
    [one] compared with {$words}: {$rate}
   *[several] in one of these studies, {$words}: {$rate}
}
rate-same-people = {$label}: {$rate}
rate-skin = skin type {$types}
rate-highest = highest: {$rate}, {$more}
row-visits = {$count ->
    [one] {$value} visit
   *[other] {$value} visits
}
row-interval = {$count ->
    [one] {$value} week apart
   *[other] {$value} weeks apart
}
row-result = measured at {$count ->
    [one] {$value} week
   *[other] {$value} weeks
}
row-followed = {$count ->
    [one] followed for {$value} week after the last visit
   *[other] followed for {$value} weeks after the last visit
}
row-days = {$count ->
    [one] {$value} day until {$milestone}
   *[other] {$value} days until {$milestone}
}
row-rate = {$value} per 100 {$unit}
row-beside = compared with {$words}: {$value} of 100
row-none = No figure was found.
row-from = from {$value}
row-up-to = up to {$value}
row-days-same = the same day: {$milestone}
row-days-none = no day given until {$milestone}
row-natural = {$mean} on a scale of {$scale}, {$when}
row-mean = mean {$mean}
row-mean-none = mean not given
row-weeks = at {$weeks} weeks
row-minutes = {$value} minutes
row-numbing = numbing: {$words}
row-numbing-none = no numbing
row-score = {$value} of 10 for pain
row-fee = {$fee} {$currency} for one visit ({$country}, {$year})
row-fee-none = No fee was found.
row-country-none = country not stated
row-year-none = year not stated
row-date-none = date not stated
row-regulator = {$country}, {$date}: {$status}
row-recommendation = {$body} ({$year}) {$strength}: {$words}
row-after_sign = {$sign}: {$action} ({$basis})
row-dated_caution = {$detail}: {$advice}. {$reason} ({$basis})
row-difference = {$applies ->
    [between] {$measured}, smallest difference between two groups that matters: {$difference} {$unit}
    [own] {$measured}, smallest difference that matters to this study's authors: {$difference} {$unit}
   *[within] {$measured}, smallest change in one person that matters: {$difference} {$unit}
}
row-threshold = {$value} {$unit}: {$meaning}
per-person = people
per-session = visits
per-syringe = syringes
per-keloid = keloids
per-unknown = people or visits (not stated)
milestone-redness_gone = redness is gone
milestone-swelling_gone = swelling is gone
milestone-crusting_done = crusts are gone
milestone-peeling_done = peeling is over
milestone-bruise_gone = bruises are gone
milestone-soreness_gone = soreness is gone
milestone-makeup_ok = make-up is allowed
milestone-back_to_work = work and normal life
milestone-exercise_ok = hard exercise is fine
milestone-sun_ok = sun is allowed with care
milestone-fully_settled = redness and colour have settled
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
rests-preprint = from a paper that no journal has had reviewed yet
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
rule-short-headline = Chosen by rule: what it was compared with, then everyone before a part, then when, then how sure.
rule-short-certainty = How sure the studies are.
rule-short-size = Size in words, from published limits.
rule-short-sessions = The middle of the studies' usual numbers; the range is fewest to most.
rule-short-downtime = The strongest sources speak: studies, then hospitals, then clinics.
rule-short-course = Visits times days for each visit; sore days also times how many get sore.
rule-short-results = When the studies looked, and until when they looked.
rule-short-rates = Each group of people counted once; three or more have a middle.
rule-short-discomfort = Pain scores people gave during treatment.
rule-short-stated = What the source says.
rule-headline = One finding speaks for each option. We take a test against a pretend treatment first, then against nothing, then against usual care. Studies of everyone with the concern come before studies of some of them. Then the time counts: for pain the first {$weeks_short} weeks, then up to {$weeks_long} weeks, then later; for skin from {$weeks_short} weeks on first. Right after a visit comes last. Then come the surer finding, two or more studies before one, more people, and newer. One trial told in a review is one trial. Where parts of the people came out differently, the less good part speaks. Studies disagree only if they point in opposite directions or their ranges have nothing in common, for the same people, time and comparison. Beside the headline stands what was worse, or was gone later, and what was found against a mix of treatments. Before-and-after figures, ranks and advice never speak.
    .title = Which finding speaks
rule-certainty = Where the authors rated their own certainty (GRADE), we show that. Otherwise we rate it by our own fixed rule. Random groups start at moderate, because we read summaries and could not judge how well each trial was run. Other comparisons start at low. We take off one step each for: {$follow_up_lost} of 100 people or more lost; pooled studies that differ much (I2 from {$i2_considerable}) or contradict each other; fewer than {$people_enough} people (two steps below {$people_very_few}); a range that leaves open whether the difference matters (two steps if it holds a clear gain and a clear loss); a mix of comparisons; other people or another treatment. What matters is the smallest difference that people notice, {$smd_matters} in standard units, or a ratio of {$ratio_matters}. Words or a P value alone are low at most. No comparison group, or sides whose results were not compared, means very low. A paper that no journal has had reviewed yet loses a step, and so does a source that calls its own studies weak, or prints a size above {$smd_believable} standard units, which no treatment has: then no size is told. Where another source found otherwise, we also take a step off the authors’ own rating. Where neither the people nor a range is known, it is not rated.
    .title = How sure the studies are
rule-size = For pain and daily activities we use the smallest difference that people notice, taken from published work and put on a scale of 100 points. Less than that is “slightly”, up to twice that is “noticeably”, more is “much”. Where studies use standard units, {$smd_small}, {$smd_medium} and {$smd_large} are the usual limits. Shares of people need no word: we show both numbers.
    .title = How big a difference is
rule-sessions = We take the middle of what single studies used. The range runs from the fewest to the most. Hospital pages speak only where no study does. Exercise or tablets at home are not visits.
    .title = How many visits
rule-downtime = Days off and days it shows are two measures, and we never put one for the other. Days off: until work and normal life. Days it shows: until redness, swelling, crusts, peeling and bruises are all gone. For pain we count days sore, of those who get sore; they are not days off work. Studies speak first, then hospitals; where only clinics say something, or only one source, we say so. Days known for a whole face are not used for one scar or for the body. The words are those of plastic surgeons: under {$downtime_minimal} day “essentially none”, up to {$downtime_moderate} “minimal”, up to {$downtime_significant} “moderate”, beyond “significant”.
    .title = How long recovery takes
rule-course = Days off: visits times days off each visit. Sore days: visits times days sore times how many of 100 get sore, so it is an average. Where nobody counted how many get sore, there is no sum. The low end takes the fewest visits, the shortest time and the lowest share, the high end the most of each. Days that come only after the first visits count once.
    .title = The whole course
rule-results = From the first visit to when the studies measured. “Still there” means when that study looked, no more.
    .title = When a result is seen
rule-rates = Rates of this very treatment, at this part of the body. Where people were asked, that counts; notes kept by practitioners find far fewer. People with this concern come first. Each group of people counts once. One study, or fewer than {$people_very_few} people: how many of how many. Three studies or more: the middle one, the lowest and the highest. Where nobody had it, we also tell the highest rate that is still possible. People and visits are never mixed.
    .title = What can go wrong
rule-discomfort = Scores from zero (none) to ten (worst) that people gave during treatment. We show the middle of the studies, with how many studies and people. A score from the same place on the body speaks first. Where a review gives only its lowest and highest, we show both. The scores were seldom measured side by side.
    .title = Pain during treatment


### Compare

### Compare, and the picker of options that it shares with other pages.

options-pick-label = Options to put side by side ({$fewest} to {$most})
options-unknown = We do not know the option “{$value}”, so it is left out.
options-too-many = Four at most. Which one makes room for {$name}?
options-change = Change the options
options-more = More options ({$count} in all)
options-too-few = Two at least. Add another first.

# Long words in the names of options, with a hyphen where a narrow column may part them.
hyphenation = micro-needling

compare-eyebrow = Compare options for {$noun}
compare-title = {$names}: side by side
compare-lead = Tap any word or figure to see what stands behind it. No option is marked as the winner.
compare-first-choice = To begin with you see needling, the option that guidelines put first (where none does, the one we are surest about), and doing nothing. Add or change options above.
compare-first-label = What do you care about first?
compare-topic-what = What it is
compare-topic-works = Whether it works
compare-topic-visits = Visits
compare-topic-recovery = Recovery
compare-topic-comfort = Pain
compare-topic-harms = What can go wrong
compare-topic-cost = Cost
compare-rest = {$count ->
    [one] Show the other question
   *[other] Show the other {$count} questions
}
compare-further = {$count ->
    [one] One more
   *[other] {$count} more
}
compare-caption = Options side by side
compare-column-question = Question

compare-q-what = What is it?
compare-q-who = Who does it?
compare-q-visits = How many visits, and how far apart?
compare-q-off = Days off: how long until work and normal life?
compare-q-shows = Days it shows: how long can others see the marks?
compare-q-sore = How long am I sore?
compare-q-makeup = When can I wear make-up?
compare-q-exercise = When can I exercise hard?
compare-q-sun = When can I be in the sun, with care?
compare-q-settled = How long until redness and colour have settled?
compare-q-hurts = Does it hurt?
compare-q-effect = Does it work?
compare-q-also = What else did studies find?
compare-also-none = We found nothing that points another way.
compare-q-allowed = What do regulators allow?
compare-q-guidelines = What do guidelines say?
compare-guidelines-note = Where we found no recommendation, there may still be one.
compare-q-people = How many people got better, by one count?
compare-q-harms = What can go wrong?
compare-q-skin = And on my skin tone?
compare-q-lasts = When is a result seen, and does it last?
compare-q-cost = What does it cost?
compare-q-sure = How sure are we?

compare-nothing-what = No treatment. You wait and see.
compare-nothing-who = Nobody
compare-nothing-days = Nothing to recover from
compare-nothing-harm = No treatment
compare-harms-below = We found no official warning.
compare-nothing-harms = Doing nothing has no harm of its own. The problem itself may stay, ease or get worse.
compare-nothing-lasts = There is no result to wait for.
compare-nothing-cost = No fee
compare-within = within {$days}
compare-until-shows = until a result is seen
compare-fee = {$fee} {$currency}
compare-fee-place = a visit, {$country}{$year ->
    [none] {""}
   *[other] {" "}{$year}
}
compare-fee-none = No fee found
compare-people-none = No study of this option counted people on both sides.
compare-people-other = With {$other}: {$count}
compare-people-event = {$event}, {$time}
compare-people-one = One count for all options, the same on every page.
compare-people-yardstick = counted in another way · {$face}
compare-differ-none = The same, as far as is known.
compare-differ-apart = They differ: lowest with {$low}, highest with {$high}, and the ranges do not overlap.
compare-differ-overlap = Lowest with {$low}, highest with {$high}. The ranges overlap, so it may be the other way round for you.
compare-differ-thin = Lowest with {$low}, highest with {$high}. The real gap is not known: one of them rests on a single figure or on clinic advice.
compare-differ-scores = Scores come from different studies, seldom side by side.
compare-differ-fees = Fees differ from country to country and place to place. Ask for the whole course.
compare-skin-ask = Tell your skin tone on “Right for me?” and these figures follow it.
compare-harms-lead-skin = What authorities warn of, and what else is serious. Then one list for all options. “Not counted” means that no study we found counted it.
compare-harms-lead-pain = What authorities warn of, and what else is serious. Then one list for all options. “Not counted” means that no study we found counted it.
compare-sure-about = compared with {$other}
compare-blank-not_studied = Benefit: not studied
compare-blank-no_clear = Benefit: no clear difference
compare-blank-depends = Benefit: it depends on who
compare-blank-same = Benefit: little or no difference
compare-blank-untested = Benefit: cannot be told
compare-blank-worse = Benefit: did worse
compare-pairs-title = Tested against each other
compare-pairs-lead = What studies found when they put two of these options in one test.
compare-pairs-none = We found no trial of these against each other.
compare-pair = {$first} and {$second}
compare-nothing-sure = Not rated

### Compare in short: one word or figure for each option.

glance-title = In short
glance-all-title = All the questions
glance-q-helps = Does it help?
glance-about-helps-skin = Compared with a dummy, leaving the skin alone, or usual care.
glance-about-helps-pain = Compared with a dummy, doing nothing, or usual care.
glance-q-against = Compared with {$other}
glance-q-better = How many people got better, by one count?
glance-about-better = {$event}, {$time} · {$face}
glance-q-visits = Visits
glance-q-days-skin = Days off, all visits together
glance-q-days-pain = Sore days on average, all visits together
glance-q-hurts = Pain during a visit
glance-q-marks = Dark marks afterwards
glance-about-marks-told = For your skin tone, where a study looked at it.
glance-about-marks-untold = In all who were studied. Tell your skin tone below, and this line follows it.
glance-mixed = Not all were counted in the same unit (people, visits). Such figures cannot be set beside each other.
glance-q-harm = Main unwanted effect
glance-helps-better-high = Yes
glance-helps-better-moderate = Probably
glance-helps-better-low = Maybe
glance-helps-better-not_rated = Studies say so
glance-helps-worse-high = No, it does worse
glance-helps-worse-moderate = Probably does worse
glance-helps-worse-low = May do worse
glance-helps-worse-not_rated = Studies say it does worse
glance-helps-unsure = Not sure
glance-helps-untested = Cannot be told
glance-helps-same = Little or no difference
glance-helps-no_clear = No clear difference
glance-helps-depends = It depends on who
glance-helps-disagree = Studies disagree
glance-against-better-high = Better
glance-against-better-moderate = Probably better
glance-against-better-low = Maybe better
glance-against-better-not_rated = Better, studies say
glance-against-worse-high = Less good
glance-against-worse-moderate = Probably less good
glance-against-worse-low = Maybe less good
glance-against-worse-not_rated = Less good, studies say
glance-against-unsure = Not sure
glance-against-untested = Cannot be told
glance-against-same = Little or no difference
glance-against-no_clear = No clear difference
glance-against-disagree = Studies disagree
glance-nothing = What happens by itself
glance-no-cell = –
glance-not-tested = We found no such trial
glance-not-compared = We found no trial
glance-not-in-study = Not in that study
glance-added = on top of {$other}
glance-time = {$time}; not so at another time
glance-depends-part = {$part}: {$word} ({$sure})
glance-part = only for: {$part}
glance-sure = {$level} certainty
glance-types-untold = skin types not told
glance-types-yes = skin types {$types}, yours too
glance-not-your-skin = {$some ->
    [yes] Not known for your skin
   *[no] Not studied on your skin
}
glance-types-other = skin types {$types}{$some ->
    [yes] ; some studies do not say
   *[no] {""}
}
glance-types-any = skin types {$types}{$some ->
    [yes] ; some studies do not say
   *[no] {""}
}
glance-skin-label = Your skin tone, for dark marks

skin-yes = seen in skin types {$types}, yours among them{$some ->
    [yes] , and in people whose type is not told
   *[no] {""}
}
skin-other = studied in types {$types}{$some ->
    [yes] , and in people whose type is not told; not known for yours
   *[no] {" only, not in yours"}
}
skin-any = studied in skin types {$types}{$some ->
    [yes] , and in people whose type is not told
   *[no] {""}
}
skin-elsewhere = in people treated for {$nouns}
skin-unstated = the study does not tell the skin types



### Plan

### The Plan page: a course on real dates.

plan-eyebrow = Your dates, {$noun}
plan-start = First day you could go
plan-start-help = Left empty: as soon as possible, so from today.
plan-event = A day to be ready for
plan-event-help = A wedding, a race, a holiday. Left empty: no such day.
plan-more = Days to keep free, weekdays, number of visits
plan-away-pick = Days when you cannot look marked
plan-away-pick-pain = Days when you cannot be sore
plan-away-pick-help = Pick the first and the last day. The same day twice is one day.
plan-away = Days kept free
plan-away-help = Take one away with its cross. You can also type one: 2027-03-01, or 2027-03-01/2027-03-05.
plan-away-placeholder = None yet
plan-weekdays = Weekdays that suit you
plan-weekdays-help = None chosen: any day.
plan-weekday-0 = Mon
plan-weekday-1 = Tue
plan-weekday-2 = Wed
plan-weekday-3 = Thu
plan-weekday-4 = Fri
plan-weekday-5 = Sat
plan-weekday-6 = Sun
plan-numbers-lead = Visits and spacing start at what studies usually used. You can change them.
plan-visits = {$treatment}: visits
plan-apart = {$treatment}: days between visits
plan-vary = Let numbers you left alone vary as they did in the studies
plan-vary-help = On: some courses take fewer visits and some take more. Off: we count exactly the numbers shown.

plan-note-past-start = The first day you gave is past, so we count from today.
plan-note-past-event = {$day} is past, so we plan without a day to be ready for.
plan-note-event-before = The day to be ready for comes before the first day you could go.
plan-note-address = We could not use “{$value}” from the address, so we left it out.
plan-note-away = We could not read “{$value}” as a date, so we left it out.

plan-answer-fits = {$count ->
    [one] {$names} fits
   *[other] {$names} fit
}
plan-answer-likely = {$count ->
    [one] {$names} is likely in time
   *[other] {$names} are likely in time
}
plan-answer-even = {$count ->
    [one] {$names} may go either way
   *[other] {$names} may go either way
}
plan-answer-unlikely = {$count ->
    [one] {$names} is probably too late
   *[other] {$names} are probably too late
}
plan-answer-no = {$count ->
    [one] {$names} does not fit
   *[other] {$names} do not fit
}
plan-answer-unknown = for {$names} it is not known
plan-answer-chance = {$name} ({$ready} of 100)
plan-answer-event = Ready by {$day}: {$parts}.
plan-answer-open = From {$first} on, {$treatment} usually takes until {$last} for {$count ->
    [one] its one visit
   *[other] its {$count} visits
}.
plan-answer-open-begun = You have had {$had ->
    [one] one visit
   *[other] {$had} visits
} of {$treatment}. {$left ->
    [0] That is the usual number.
    [one] The last usual one could be on {$last}.
   *[other] The other {$left} usually take until {$last}.
}
plan-answer-open-home = {$treatment} is done at home. No visits need a date.
plan-answer-open-unknown = No source gives enough to put {$treatment} on dates.
plan-answer-open-impossible = Your calendar leaves no days for {$treatment}.
plan-answer-waiting-unknown = Not now: {$names}. No day is known on which that ends.
plan-answer-waiting-known = Not now: {$names}. Their dates count from {$day}, about when the baby is due.
plan-answer-waiting-dates = All that follows only shows how long it would take from {$day} on, if nothing spoke against it.
plan-answer-result = Studies had measured a result by {$day}.
plan-answer-result-none = No study says when a result can be seen.
plan-answer-means = The number in brackets: of 100 courses that we worked out, so many are ready by then. Ready means: last visit done, {$group ->
    [skin] no longer marked
   *[pain] no longer sore
}, and past the time when studies measured a result.
plan-answer-caution = A measured result is not a promise of one: see how well each option works before you plan around it.
plan-used = Counted {$parts}.
plan-used-start = from {$day}
plan-used-weekdays = only on {$days}
plan-used-away = {$count ->
    [one] with one stretch of days kept free
   *[other] with {$count} stretches of days kept free
}
plan-used-own = with your own numbers of visits or days
plan-used-fixed = with exactly the numbers shown
plan-verdict-sentence = Ready by {$day}? {$verdict}.
plan-caution-link = How well each option works

plan-table-title = Which options fit
plan-table-title-open = When it would be done
plan-table-lead = The large date is your calendar with the usual numbers, the same as in the strips and the file below. The small dates come from 20,000 worked-out courses. Their visits, recovery and time to a result vary as in the studies.
plan-column-verdict = Ready in time?
plan-column-done = Last visit
plan-column-healed-skin = No longer marked
plan-column-healed-pain = No longer sore
plan-column-shown = Result measured
plan-column-ready = All of it
plan-verdict-fits = Fits
plan-verdict-likely = Likely in time
plan-verdict-even = May go either way
plan-verdict-unlikely = Probably too late
plan-verdict-no = Does not fit
plan-verdict-unknown = Not known
plan-verdict-none = Nothing to plan
plan-of-100 = Ready in {$yes} of 100 courses, not ready in {$no}
plan-by-then = {$yes} of 100 by your day, {$no} not
plan-fits-from = It would fit if your day were {$day} or later.
plan-fits-sooner = The day you gave would then be free for visits, so they could come sooner than here.
plan-known-late = The parts that are known already come too late.
plan-fits-never = No day within ten years would fit.
plan-start-by = Still fits if you start by {$day}.
plan-start-by-next = Still fits if the next visit is by {$day}.
plan-early = 10 of 100 by {$day}
plan-late = 90 of 100 by {$day}
plan-all-same = the same in every course
plan-late-unknown = later than ten years from now
plan-home = Done at home
plan-no-visits = No visits
plan-nothing = There is nothing to plan.

plan-gap-visits = No source says how many visits. Set your own number above.
plan-gap-spacing = No source says how far apart the visits are. Set your own number of days above.
plan-gap-recovery = {$group ->
    [skin] No source says how long it shows.
   *[pain] No source says how long it is sore after each visit.
}
plan-gap-result = No study says when a result can be seen.
plan-gap-length = No source gives the usual course, so a result cannot be put on a date with your own numbers.
plan-impossible = Your calendar leaves no room for {$visits ->
    [one] one visit
   *[other] {$visits} visits
} within ten years. {$days ->
    [0] {""}
    [one] After each visit we keep one day clear, the longest recovery we found.{" "}
   *[other] After each visit we keep {$days} days clear, the longest recovery we found.{" "}
}{$tight ->
    [yes] Allow more weekdays, keep fewer days free, or plan fewer visits.
   *[no] Plan fewer visits, or fewer days between them.
}
plan-warned-more_visits = More visits than any study we found used ({$range}).
plan-warned-fewer_visits = Fewer visits than any study we found used ({$range}).
plan-warned-closer = Closer together than any study we found ({$range} days).
plan-warned-farther = Farther apart than any study we found ({$range} days).
plan-warned-single = Some courses had up to {$high} visits. Nobody says how far apart, so we count one.
plan-warned-clinic_recovery = The days of recovery are clinic advice, not a study.
plan-warned-one_recovery = Only one figure for recovery is known, so its spread is missing here.
plan-warned-one_result = Only one figure for the time to a result is known, so its spread is missing here.
plan-warned-free_unsure = How long it {$group ->
    [skin] shows
   *[pain] is sore
} is not known, so we could only keep the visits themselves off your free days.

plan-course-title = Go on, stop or change
plan-course-lead = What the dates alone do not say. Stopping is always one of your options.
plan-course-word-begun = So far
plan-course-word-late = Not all by your day
plan-course-word-stop = Stop now
plan-course-word-gap = A long gap
plan-course-word-review = Look again
plan-course-word-same = Same weeks
plan-course-word-upkeep = Keeping it up
plan-course-word-package = Paid ahead
plan-course-begun = {$one ->
    [yes] One visit, on {$last}.
   *[no] {$had} visits, the last on {$last}. We count the first on {$first}, with {$apart} days between visits.
} {$left ->
    [0] No usual visit is left.
    [one] One usual visit is left.
   *[other] {$left} usual visits are left.
}
plan-course-late = {$can ->
    [0] None of the {$left} visits still to come
    [one] Only one of the {$left} visits still to come
   *[other] Only {$can} of the {$left} visits still to come
} can be had before {$day}. The usual course cannot be finished by then.
plan-course-stop = {$studied ->
    [fewer] You may stop after {$had} of them. No study we found used so few visits ({$range}), so nobody knows how much is gained by then.
    [within] You may stop after {$had} of them. Studies used {$range} visits, so that many were studied.
   *[unknown] You may stop after {$had} of them. No source says how many visits it takes.
}
plan-course-stop-ready = With no further visit, {$ready} of 100 courses are ready by {$day}, {$rest} are not.
plan-course-gap = {$days} days lie between visit {$after} and the next. The longest gap in the studies was {$studied} days. Gaps this long were not studied.
plan-course-review = {$day}, after visit {$after} of {$count}: the first time studies looked at the result. If nothing has changed by then, ask: stop, or change?
plan-course-review-none = No study says when to look at the result. Agree on a day with the clinic before you begin.
plan-course-review-rule-none = No source says after how many visits to give up.
plan-course-same = Sources give the same {$weeks} weeks to a result as for {$names}. These are the usual times to look, not a measure of each treatment.
plan-course-upkeep = The result fades. Repeated every {$weeks} weeks, that is about {$visits} visits a year.
plan-course-upkeep-days = {$group ->
    [skin] Marks show on {$days} days a year.
   *[pain] It is sore on {$days} days a year.
}
plan-course-upkeep-cost = At published fees ({$country}): {$cost} {$currency} a year.
plan-course-upkeep-none = No source says how often to repeat it to keep the result.
plan-course-package = {$price} paid ahead for {$count} visits is {$each} a visit. {$rest ->
    [0] By the day to look again, all of them are used.
   *[other] If you stop after visit {$done}, {$stake} is paid and not used. Ask whether you get it back.
}
plan-begun-title = Visits you have had, and prices paid ahead
plan-begun-lead = Only for a course that has begun or is paid for. This stays on your screen: the address and the calendar file do not hold it.
plan-had = {$treatment}: visits so far
plan-last = {$treatment}: day of the last one
plan-price = {$treatment}: price of the whole course, if paid ahead
plan-note-begun = Say on which day the last visit was, and the visits you have had count.
plan-all-toggle = Show every option for this concern by your day
plan-all-title = Every option by your day
plan-all-lead = The same counting for each. How well an option works stands on Explore and Compare.
plan-strip-title = Your calendar
plan-strip-lead = One strip for each option. Each mark is a visit. The bar below it is how long {$group ->
    [skin] it shows
   *[pain] it is sore
}: the darker, the more likely. The lower band is when studies had measured a result: from the date that 10 of 100 courses reach to the date that 90 reach, with a line at the usual date. We do not know public holidays: keep them free yourself.
plan-strip-lead-free = Grey stripes are days you keep free.
plan-strip-event = your day: {$day}
plan-strip-result = result measured
plan-strip-alt = Calendar of each option. {$list}
plan-strip-alt-option = {$name}: {$dates}
plan-strip-empty = No option here can be put on dates. The table above says why for each.
plan-twin = Show these dates as a list
plan-list-visits = Visits
plan-list-visit = {$day}{$clear ->
    [none] {""}
   *[other] , {$clear}
}
plan-list-clear-skin = no longer marked by {$usual}, at the latest {$longest}
plan-list-clear-pain = no longer sore by {$usual}, at the latest {$longest}
plan-list-clear-one-skin = no longer marked by {$usual}
plan-list-clear-one-pain = no longer sore by {$usual}
plan-list-rule = {$visits ->
    [one] One visit
   *[other] {$visits} visits, at least {$apart} days apart
}, on the first days that suit.
plan-list-varies = The courses we worked out vary around this: {$parts}.{$stretched ->
    [yes] {" "}Where your days stretch a course, its result comes later by as much.
   *[no] {""}
}
plan-list-varies-visits = {$number} visits
plan-list-varies-apart = {$number} days apart
plan-list-varies-marked_skin = marked for {$number} days
plan-list-varies-marked_pain = sore for {$number} days
plan-list-own = Your own numbers; the studies usually had {$visits} visits, {$apart} days apart.
plan-list-result = Result: first visit {$first} plus {$weeks} weeks{$later ->
    [0] {""}
    [one] {" "}and one day
   *[other] {" "}and {$later} days
} is {$day}. The studies ranged from {$low} to {$high} weeks: {$from} to {$to}.
plan-list-result-one = Result: first visit {$first} plus {$weeks} weeks{$later ->
    [0] {""}
    [one] {" "}and one day
   *[other] {" "}and {$later} days
} is {$day}.
plan-list-result-home = Result: first day {$first} plus {$weeks} weeks is {$day}. The studies ranged from {$low} to {$high} weeks: {$from} to {$to}.
plan-list-longer = {$later ->
    [one] The extra day is there because the course is longer than in the studies.
   *[other] The extra {$later} days are there because the course is longer than in the studies.
}
plan-list-result-last = A result is never put before the last visit.
plan-list-ready = With the usual figures all of it is reached on {$day}{$side ->
    [none] {""}
    [same] , the very day
    [before] , {$days ->
        [one] one day before your day
       *[other] {$days} days before your day
    }
   *[after] , {$days ->
        [one] one day after your day
       *[other] {$days} days after your day
    }
}. With the longest figures for this calendar: {$longest}.
plan-list-free = Days you keep free
plan-list-event = Your day

plan-totals-title = The whole course
plan-totals-lead-skin = With the number of visits planned here. Days off are days until normal life.
plan-totals-lead-pain = With the number of visits planned here. Sore days are not days off work.
plan-column-visits = Visits
plan-column-chair = Time in the chair
plan-column-off-skin = Days off in all
plan-column-off-pain = Sore days in all, on average
plan-column-sun = Keep out of the sun until
plan-hours = {$number} {$count ->
    [one] hour
   *[other] hours
}
plan-minutes = {$number} minutes
plan-chair-time = {$known ->
    [least] at least {$time}
    [most] up to {$time}
   *[both] {$time}
}
plan-chair-mixed = in part typical clinic advice
plan-chair-unknown = No source gives the minutes.
plan-sun-longest = up to {$longest}
plan-sun-no-date = {$days} after the last visit

plan-after-title = After each visit
plan-after-lead = Days after a visit until each of these, usual and longest, and the dates after your last planned visit.
plan-after-none = No source we found gives days for what comes after.
plan-column-milestone = What
plan-column-days = Days after a visit
plan-column-last = After your last visit
plan-care-title = What to do and not to do
plan-care-none = No aftercare sheet was found for it.
plan-care-until = {$instruction} (up to {$days ->
    [one] day 1
   *[other] day {$days}
})
plan-last-span = {$usual}, up to {$longest}
plan-last-within = by {$longest}

plan-file-title = Take the dates along
plan-file-lead = A calendar file with each visit as a tentative entry, and what to do afterwards as a note. Nothing is booked. It opens in the common calendar programs.
plan-file-time = Usual time of a visit
plan-file-time-help = Left empty: whole days.
plan-file-button = {$treatment} (.ics)
plan-file-name = needlewise-{$treatment}.ics
plan-link-lead = The address of this page holds these dates. Save it or send it, and the plan comes back. Nothing about your health is in it except the concern and options you picked.
plan-ics-title = Needlewise: {$treatment}
plan-ics-visit = {$treatment}, visit {$number} of {$count} (tentative)
plan-ics-booked = This is a plan, not a booking.
plan-ics-clear-skin = Usually no longer marked by {$usual}, at the latest {$longest}.
plan-ics-clear-pain = Usually no longer sore by {$usual}, at the latest {$longest}.
plan-ics-clear-unknown-skin = How long it shows is not known.
plan-ics-clear-unknown-pain = How long it is sore is not known.
plan-ics-time = A visit takes {$time}.
plan-ics-numbing = Numbing: {$how}.
plan-ics-care = Afterwards:
plan-ics-care-line = - {$instruction}
plan-ics-care-until = - {$instruction} (until {$day})
plan-ics-signs = When to act:
plan-ics-signs-line = - {$action}: {$sign}
plan-ics-signs-all = What is normal, and the sources of these signs: the page After.
plan-ics-ring = Ring {$name} first for anything that worries you: {$phone}
plan-ics-review = {$treatment}: look whether it worked
plan-ics-cancelled = {$treatment}: no longer planned
plan-ics-rule = This is the rule of {$name}, not of a study.
plan-ics-sources = Sources: {$sources}
plan-ics-version = Made from {$version} of the evidence. What has changed since:
plan-ics-disclaimer = This is information, not medical advice. Do what the person who treats you says.
plan-ics-result = {$treatment}: by about now studies had measured a result
plan-ics-result-note = Studies measured a result between {$from} and {$to}, counted from the first visit.

plan-rules-title = How this plan is made
plan-rule-visits = The first visit is on the first day that suits. Each further one is on the first suitable day after the spacing. A day does not suit when its weekday is not yours, when it is a day you keep free, or when the longest recovery we found would reach into such a day. Your event counts as a day to keep free. Public holidays are not known here.
    .title = Visits
plan-rule-marked = For skin it means that redness, swelling, crusts, peeling and bruises are all gone. The usual day is the longest usual day of these five, and the longest is the longest of the five. You find each of them under “After each visit”. What only clinics say counts only where nothing better is known. What is known only as “within 7 days” counts for the longest day. For pain it means no longer sore.
    .title = No longer marked
plan-rule-result = Studies count a result from the first visit, so we do too. If your dates or your own numbers make the course longer than in the studies, the result comes later by as many days. Studies look at fixed times: the result may have come earlier, or not at all.
    .title = Result
plan-rule-chance = Each figure varies between the lowest and the highest in the studies, with the usual one as the most likely. This is the PERT rule: the mean is the lowest, plus {$weight ->
        [4] four
       *[other] {$weight}
    } times the usual, plus the highest, divided by {$whole ->
        [6] six
       *[other] {$whole}
    }. We work out 20,000 courses, the same ones each time. They know only what the studies report. Illness, a full diary or slow healing come on top.
    .title = How likely
plan-rule-words = The words stand for numbers of 100 worked-out courses. Fits: {$plan_fits} or more are ready in time. Likely in time: {$plan_likely} or more. May go either way: {$plan_even} or more. Probably too late: {$plan_unlikely} or more. Does not fit: fewer. Where no study gives a part of it, the answer is “not known”, unless the known parts alone already come too late.
    .title = The words
rule-short-plan = Visits on days that suit, with the studies' spacing, recovery and time to a result.
rule-short-plan_sun = Days after a visit until sun is allowed with care, counted from the last visit.
rule-short-plan_chair = Planned visits times the minutes of one visit.



### After

### What may come after a treatment. The signs themselves stand in data/after_signs.csv.

after-eyebrow = After a treatment
after-ask = What did you have done?
after-ask-lead = Pick it, and this page says what is normal, when to ring, and when it cannot wait. You need not say anything about yourself.
after-pick = The treatment you had
after-pick-placeholder = Pick it, or type its name
after-title = After {$treatment}
after-lead = What to watch for, and what to do. Day 1 is the day after the treatment.
after-unwell = Very unwell, or worse by the minute? Call an ambulance now. Do not stop to read.
after-none = We found no source that says what to watch for after {$treatment}. Ring the place that treated you if anything worries you.
after-family = {$family ->
    [needling] Needles
    [laser] Lasers
    [peel] Peels
    [energy] Heat, light and sound
    [movement] Hands-on care and exercise
   *[medicine] Injections, creams, tablets and operations
}
after-others = If yours is not in these lists, find it in the box above.
after-title-emergency = Call an ambulance now
after-title-see_doctor = See a doctor the same day
after-title-ring_clinic = Ring the clinic
after-title-normal = Normal
after-site-near_lungs = After a needle near the lungs (neck, shoulder, back or chest)
after-site-joint = In or near a joint
after-site-face = On the face
after-site-scalp = On the scalp
after-site-scar = On a scar
after-site-neck = On the neck
after-where = {$where}: {$sign}
after-from = {$day ->
    [0] from the day of treatment on
   *[other] from day {$day} on
}{$ends ->
    [unknown] {""}; until when is not stated
   *[open] {""}
}
after-between = {$first ->
    [0] {$last ->
        [0] on the day itself
        [1] up to the next day
       *[other] up to day {$last}
    }
   *[other] from day {$first} to day {$last}
}{$more ->
    [yes] {""}, as far as was seen; it may come later too
   *[no] {""}
}
after-from-date = from {$day} on{$ends ->
    [unknown] {""}; until when is not stated
   *[open] {""}
}
after-between-dates = {$same ->
    [yes] {$last}
   *[no] {$first} to {$last}
}{$more ->
    [yes] {""}, and it may come later too
   *[no] {""}
}
after-line = {$sign} ({$notes}).
after-part = As with {$name}.
after-whose-partly = The source says part of this; the rest is our own advice.
after-whose-ours = Our own advice: no source we found says what to do or when.
after-own-short = our own advice
after-own-note = “Our own advice” means: no source we found says what to do or when, so we took the careful side.
after-more = {$count ->
    [one] One more thing to watch for is on the page After.
   *[other] {$number} more things to watch for are on the page After.
}
after-breathing-title = If you sleep with a breathing machine (CPAP)
after-lie-title = If you faint easily
after-lie-lead = For the next visit:
after-known-title = How will I know that it worked?
after-known-pick = Choose your concern above to see when studies looked at the result.
after-phone-none = Ring the place that treated you. Its number is on your papers or its website.
after-phone-first = For anything that worries you, ring first: {$name}.
after-link = Already treated? When to ring
after-short-title = After a visit: when to act
after-short-lead = Signs that should not wait. What is normal is on the page After.
after-short-all = The whole list: what is normal, when to ring
after-short-none = No source we found says which signs cannot wait.
after-address = The address of this page names the treatment and the concern you picked, and nothing else about you.

worked-when = Studies looked {$time} after the first visit. Before that, no change does not mean that it failed.
worked-when-none = No study we found says when a result can be seen.
worked-pain = Write down your pain from 0 to 10 today, and again on that day. For one person, studies call a drop of {$points} points one that matters. They asked people with back or neck pain.
worked-skin = Take a photo today, in daylight, from the same place. Take it again on that day and lay the two side by side.
worked-body = Write down what you cannot do today. Look at the list again on that day.
worked-review = {$body}: change the plan if {$low} to {$high} treatments bring too little.
worked-review-none = No source says after how many visits to give up. If that day has come and nothing has changed, ask: stop, or change?


### Right for me?

### Right for me?

suitability-eyebrow = Right for me?
suitability-title = What to ask about before you choose
suitability-lead = Tick what is true for you. Your answers go to the computer that runs this page, for this visit only. It does not save them or pass them on. They are not in the link.
suitability-redflags-title = First: signs that need a doctor
suitability-redflags-open = Some signs need a doctor before anything else. Pick what it is about above, and they stand here. Below is the whole list, for every option.
suitability-redflags-lead = If one of these is true, see a doctor before anything else here.
suitability-skin-title = Your skin tone
suitability-least-direct = {$count ->
    [one] What one study found that set two of them against each other
   *[other] {$count} times two of them were set against each other
}
suitability-least-link = See the figures
suitability-skin-lead = Choose the line that fits skin that has had little sun. It changes the figures for dark marks.
suitability-skin-change = Change your skin tone
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
condition-isotretinoin = Isotretinoin tablets for acne, now or before
condition-immunosuppression = Weak defences against infection, or tablets that lower them
condition-photosensitivity = Skin that reacts to light, or tablets that make it so
condition-recent_steroid_injection = A steroid injection there not long ago
condition-frequent_headache = Painkillers on more than half the days of a month
condition-herpes_history = Cold sores, now or before
condition-keloid_tendency = Scars that grow thick or spread (keloids)
condition-active_skin_infection = Infected or broken skin there now
condition-active_acne = Many sore spots (acne) there now
condition-recent_tan = A tan, real or fake, or strong sun not long ago
condition-melasma = Brown patches on the face (melasma)
condition-open_wound = An open wound there
condition-recent_facial_surgery = An operation or deep peel on the face not long ago
condition-pacemaker = A pacemaker or other electric implant
condition-metal_implant = Metal plates, screws or threads in the area
condition-metal_allergy = Allergy to metal (such as nickel)
condition-severe_allergies = Severe allergies, or allergy to numbing injections
condition-painkiller_allergy = Allergy or asthma from aspirin or ibuprofen
condition-needle_phobia = Fear of needles, or fainted with one
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
condition-recent_botulinum_or_filler = Botulinum toxin or filler there not long ago
condition-retinoid_cream = A vitamin A cream (retinoid)
condition-birth_control_pill = The birth control pill
condition-fluoroquinolone = Certain antibiotics (fluoroquinolones)
condition-recent_wound = A wound there that healed not long ago
condition-recent_radiotherapy = Radiation treatment there not long ago
condition-joint_replacement = An artificial joint
condition-planned_joint_operation = An operation on that joint planned
condition-body_implant = An implant in the breast, buttock or chest
condition-cpap = A breathing machine at night (CPAP)
condition-head_injury = A blow to the head in the past three months
condition-blood_clot_history = A blood clot in a vein or the lung, ever
condition-varicose_veins = Varicose veins there
condition-under_16 = Under 16 years
condition-under_18 = Under 18 years
condition-under_22 = Under 22 years
condition-skin_untold = Skin tone not told
situation-iso_now = I take it now
situation-iso_stopped = I have stopped
situation-pregnant = Pregnant
situation-trying = Trying for a baby
situation-breastfeeding = Breastfeeding
situation-retinoid_using = On the place to be treated
situation-had_toxin = Botulinum toxin
situation-had_filler = Filler
situation-tanned = Tan or sun
situation-face_operated = Operation or deep peel
situation-steroid_injected = Steroid injection
situation-radiated = Radiation
situation-wound_healed = Wound healed
situation-needle_fear_great = So afraid that I may not get through it
situation-needle_fear_some = Uneasy, or I fainted once
situation-day-iso_stopped = Day of the last tablet
situation-day-had_toxin = Day of the last botulinum toxin or filler
situation-day-had_filler = Day of the last filler
situation-day-tanned = Last day with a tan or strong sun
situation-day-face_operated = Day of the operation or peel
situation-day-steroid_injected = Day of the steroid injection
situation-day-radiated = Last day of radiation
situation-day-wound_healed = Day the wound had healed
situation-day-help = As near as you know. It decides how long to wait.
condition-told = {$name}: {$told}
condition-told-pregnancy = {$told}
situation-told-week = week {$week}
situation-told-day = {$day}
situation-week = Week of pregnancy
situation-week-help = Leave it blank if you do not know.
suitability-age-title = Your age
suitability-age-label = Your age
suitability-age-under = Under {$age}
suitability-age-one = {$age}
suitability-age-span = {$low} to {$high}
suitability-age-from = {$age} or over
suitability-missing = Something not on this list? Tell whoever treats you.
suitability-exclusion = That is the study's rule. It does not say that it would harm you.
suitability-wait-over = The wait that sources ask for is over. Say that you had it.
suitability-until = Wait until {$day}.
suitability-wait-days = The longest wait that a source asks for: {$wait} after {$start}.
suitability-wait-tell = Tell the day on “Right for me?”, and the date stands here.
suitability-wait-tell-here = Tell the day above, and the date stands here.
wait-after-isotretinoin = the last tablet
wait-after-recent_tan = the last day with a tan or strong sun
wait-after-recent_botulinum_or_filler = the last botulinum toxin or filler
wait-after-recent_radiotherapy = the last day of radiation
wait-after-recent_facial_surgery = the operation or peel
wait-after-recent_steroid_injection = the steroid injection
suitability-birth = Counted from the week you told, the baby is due about {$day}. No source here says how long to wait after the birth: ask.
wait-days = {$count ->
    [one] 1 day
   *[other] {$count} days
}
wait-months = {$count ->
    [one] 1 month
   *[other] {$count} months
}
suitability-pause = Sources ask to leave it out {$before} before a visit and {$after} after it. Ask whoever treats you.
suitability-pause-days = {$low ->
    [same] {$high ->
        [one] 1 day
       *[other] {$high} days
    }
   *[other] {$low} to {$high} days
}

# Cautions that hang on a date, a dose or a place: what they advise, and the ground they stand on.
caution-advice-avoid = not at all
caution-advice-delay = not yet
caution-advice-ask_first = ask first
caution-advice-ok = no need to wait
caution-basis-guideline = a guideline
caution-basis-regulator = a regulator
caution-basis-label = the leaflet of the medicine or device
caution-basis-trial_exclusion = trials that left these people out
caution-basis-leaflet = a leaflet of a hospital or clinic
caution-basis-study = a study
caution-basis-expert = a group of experts or one expert

# What a guideline recommends, as strong as it says it.
guideline-for = recommends it
guideline-weak_for = says it may be used
guideline-neutral = takes no side
guideline-weak_against = leans against it
guideline-against = advises against it
guideline-not_mentioned = does not name it

# After a treatment: what to do about a sign, and who says so.
after-action-normal = normal
after-action-ring_clinic = ring the clinic
after-action-see_doctor = see a doctor the same day
after-action-emergency = call an ambulance
after-basis-source = what to do and when stand in the source
after-basis-partly = what to do and when stand in the source in part
after-basis-ours = what to do or when is ours: no source gives it

stops-title = From what you told
stops-now = {$names}: not now.
stops-until = {$names}: not now. Wait until {$day}.
stops-ask = Ask first: {$names}.
stops-more = All that you told, option by option:
plan-file-button-of = {$treatment}, {$concern}
plan-file-told = What you told on “Right for me?” stands in the notes of the file, so keep it to yourself.
plan-ics-stop = Not now. {$text}
plan-ics-ask = Ask first. {$name}. {$text}
plan-ics-not-before = No visit before {$day}. {$text}
plan-ics-pause-title = {$name}: ask whether to leave it out
suitability-clear = Clear my answers
suitability-near-not_now = not now for {$count ->
    [one] one option
   *[other] {$count} options
}
suitability-near-ask_first = ask first about {$count ->
    [one] one option
   *[other] {$count} options
}
suitability-near-unknown = no study or guidance for {$count ->
    [one] one option
   *[other] {$count} options
}
suitability-near-go_ahead = go ahead with {$count ->
    [one] one option
   *[other] {$count} options
}
suitability-near-of = {$condition}: {$list}
suitability-near-names-not_now = Not now: {$names}
suitability-near-names-ask_first = Ask first: {$names}
suitability-near-names-unknown = No study or guidance: {$names}
suitability-near-names-go_ahead = Go ahead: {$names}
suitability-near-link = See the answers
suitability-results-title = What that means for each option
suitability-ticked = You told: {$names}.
suitability-ticked-none = You have told nothing yet. What stands below holds only for someone of whom nothing in the list is true.
suitability-told-skin = skin type {$types}
suitability-told-untold = You have not told your skin tone, so darker skin is counted in.
suitability-told-unsure = not sure of your skin tone, so darker skin is counted in
suitability-scope-label = Show
suitability-scope-mine = The ones I compare
suitability-scope-both = Both concerns
suitability-scope-concern = All options for {$noun}
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
suitability-untold = You have not told your skin tone. For darker skin: {$text}
suitability-no-list = No list of who should not have this was found.
suitability-part = As with {$part}: {$text}
suitability-otherwise = Others say: {$text}
suitability-weak = Only a clinic, a maker or the press says so.
suitability-nothing = No treatment is done, so nothing here stands in its way. The warning signs above still count.
suitability-clean = None of the reasons we know of was told.
suitability-everyone = True for everyone
suitability-harms-title = Dark and pale marks on your skin tone
suitability-harms-lead = How many people got such marks in the studies. Where no study had your skin type, you read which types the studies had.
suitability-harms-none = No rate found



### What matters to me

### What matters to me: every word of the page. Figures come from data/ and from what the person said.

## The page

priorities-eyebrow = What matters to you, for {$noun}
priorities-open = Pick what matters to you, and see which options fit it.
priorities-open-more = There is no right answer. You say what counts; each figure shows where it comes from.
priorities-answer = {$first} has the highest overall fit with what you said: {$fit} of 100.
priorities-beside-needling = {$found} Counted from where needling stands, because nobody tested this option against a dummy or nothing.
priorities-nothing-first = Doing nothing stands first because little is known about the others, not because it was shown to do better: {$parts}. The others are measured against doing nothing.
priorities-nothing-blank = no study says how much {$names} would change
priorities-nothing-wide = for {$names} the studies leave room for much better and for no better
priorities-answer-none-sure = How sure the studies are: “very low” at most for all of these. So nobody knows yet how well they work.
priorities-answer-second = {$count ->
    [one] {$second} comes next with {$fit}.
   *[other] {$second} come next with {$fit} each.
}
priorities-why = What you put first, “{$criterion}”: {$list}.
priorities-why-next = Then “{$criterion}”: {$list}.
priorities-why-one = {$name}: {$figure}
priorities-answer-places = In 100 tries across the studies’ ranges, {$first} came first {$count} times.
priorities-answer-wider = {$other} came first more often ({$count} times), although its overall fit is lower: less is known about it, so its fit varies more.
priorities-answer-tie = {$names} have the same overall fit with what you said: {$fit} of 100.
priorities-tries-note = A try uses one number from each range in the studies. We made {$draws} tries and show them as 100.
priorities-fit-not-choice = A fit is not advice. It only adds up what you said.
priorities-privacy = Your answers are kept for this visit only. They are not in the address, and nothing is stored.
priorities-need-two = Weighing needs two options that are not on hold for now. Pick another option.

## Step one: what matters

priorities-pick-title = What matters to you?
priorities-pick-lead = Pick up to {$most}.
priorities-pick-label = Things that may matter
priorities-too-many = You can pick up to {$most}. Take one away to add another.
priorities-cannot = Cannot be weighed here: {$names}. No figures tell these options apart.

priorities-name-improvement = Improvement
priorities-name-certainty = Being sure it works
priorities-name-visits = Few visits
priorities-name-downtime = {$group ->
    [skin] Few days off
   *[pain] Few sore days
}
priorities-name-comfort = Little pain during treatment
priorities-name-harm = {$group ->
    [skin] Low risk of dark marks
   *[pain] Low risk of unwanted effects
}
priorities-name-cost = Low price
priorities-name-own = Something of my own
priorities-own-name = What is it?
priorities-own-example = For example: close to home
priorities-own-lead = Give each option a score from 0 (does not fit at all) to 10 (fits fully). An option without a score could be anything from 0 to 10.

## Step two: order and points

priorities-order-title = In what order, and by how much?
priorities-order-lead = Each line is a step: from the worst figure of these options to the best. Put the step you want most on top. That step counts 100. Then give the other steps points: 50 means half as important, 0 means not important.
priorities-order-drawn = As long as you give no points, we work it out many times, with numbers that keep your order.
priorities-step = From {$worst} to {$best}
priorities-up = Move “{$name}” up
priorities-down = Move “{$name}” down
priorities-points = Points for “{$name}”
priorities-give = Give points
priorities-points-first = 100 points
priorities-points-kept = “{$name}” is on top now, so it counts 100. Your {$points} points for it come back when you move it down.
priorities-against-order = You gave “{$lower}” more points than “{$upper}”, though you put it lower. The points count.
priorities-sets-changed = The options have changed since you gave these points, and so have these steps: {$names}. Do your points still hold?

## Units

priorities-step--3 = much worse
priorities-step--2 = noticeably worse
priorities-step--1 = slightly worse
priorities-step-0 = no different
priorities-step-1 = slightly better
priorities-step-2 = noticeably better
priorities-step-3 = much better
priorities-between = anything from {$low} to {$high}
priorities-dots-0 = not tested
priorities-dots-1 = very low certainty
priorities-dots-2 = low certainty
priorities-dots-3 = moderate certainty
priorities-dots-4 = high certainty
priorities-amount-visits = {$count ->
    [0] no visits
    [1] 1 visit
   *[other] {$value} visits
}
priorities-amount-downtime = {$group ->
    [skin] {$count ->
        [0] no days off
        [1] 1 day off in all
       *[other] {$value} days off in all
    }
   *[pain] {$count ->
        [0] no sore days
        [1] 1 sore day in all
       *[other] {$value} sore days in all
    }
}
priorities-amount-comfort = {$count ->
    [0] no pain
   *[other] pain of {$value} out of 10
}
priorities-amount-harm = {$group ->
    [skin] {$count ->
        [0] no dark marks
       *[other] dark marks in {$value} of 100 people
    }
   *[pain] {$count ->
        [0] no unwanted effect
       *[other] an unwanted effect in {$value} of 100 people
    }
}
priorities-amount-own = {$value} of 10
priorities-money = {$amount} {$currency}
priorities-cost-note = Fee of one visit times the number of visits, fewest to most. Few fees are known, and most are second-hand.
priorities-nothing-improvement = This is what every other option is measured against.
priorities-missing-improvement = No trial found against a dummy or doing nothing
priorities-missing-certainty = Not rated
priorities-missing-visits = Not known
priorities-missing-downtime = Not known
priorities-missing-comfort = No score found
priorities-missing-harm = No rate found
priorities-missing-cost = No fee found
priorities-missing-own = You gave no score
priorities-missing-note = so it could be anything in the range

priorities-about-improvement = Against a dummy, doing nothing or usual care.
priorities-about-certainty = How sure the studies are about whether it helps at all.
priorities-about-visits = For a usual course.
priorities-about-downtime = Days, for all visits together.
priorities-about-comfort = By the scores people gave, from 0 to 10.
priorities-harm-range = {$rate} in 100 people
priorities-harm-fits = every number that is still possible after what was counted
priorities-harm-unit = counted in {$unit ->
    [session] visits
    [syringe] syringes
    [keloid] keloids
   *[unknown] something that is not told
}, not in people: it counts as not known
priorities-about-harm = Of 100 people, over a usual course.
priorities-about-cost = For a usual course.
priorities-about-own = By your own scores.

## Results

priorities-fits-title = How each option fits what you said
priorities-fits-lead = 100 would be the top figure in everything you picked, 0 the bottom one. Dot: the overall fit. Bar: where 80 of 100 tries with numbers from the studies fell. A long bar means that less is known.
priorities-fits-alt = Overall fit with what you said, 0 to 100. {$list}.
priorities-fits-label = {$fit}, mostly {$low} to {$high}
priorities-column-fit = Overall fit (0 to 100)
priorities-column-range = 80 of 100 tries
priorities-places-title = How often each option came first
priorities-places-lead = Of 100 tries, from dark to pale: how often each option came first, second, third and later.
priorities-places-alt = Places in 100 tries. {$list}.
priorities-place-1 = first
priorities-place-2 = second
priorities-place-3 = third
priorities-place-later = later
priorities-column-place-1 = First
priorities-column-place-2 = Second
priorities-column-place-3 = Third
priorities-column-place-later = Later
priorities-place-count = {$place} {$count}
priorities-place-first = first {$count} of 100 times
priorities-change-title = What would change the order
priorities-change-up = If “{$criterion}” counted {$then} points instead of {$now}, {$overtaker} would have the highest overall fit.
priorities-change-open = If “{$criterion}” counted {$then} points beside the 100 of what you put first, {$overtaker} would have the highest overall fit.
priorities-change-none = No change to the points of one single thing would put another option on top.
priorities-lines-title = How each option lines up
priorities-lines-lead = Left is the worst figure of these options, right is the best. The bar is the range that is written beside it. A striped bar means that nothing is known, so it could be anything.
priorities-lines-all = Pick things that matter above to weigh them. This is what is known about each.
priorities-share = Counts {$share} of 100.
priorities-share-about = Counts about {$share} of 100.
priorities-near = Highest fit: {$names}, {$fit} of 100{$sure ->
    [none] ; how sure: very low at most
    [nothing] , for what is not known of the others
   *[some] {""}
}.
priorities-near-link = See why
priorities-apart-line = Not weighed for now: {$names}. You told us something that speaks against it.
priorities-apart-why = Why?
priorities-apart-title = Not weighed: not now
priorities-apart-lead = You told us about something that speaks against these for now. No points can outweigh that.
priorities-harm-mixed = Not the same unwanted effect for every option: {$names}.
priorities-left-out = A direct comparison with needling counts where nobody tested an option against a dummy or nothing. All direct comparisons are on Compare.

## Method

priorities-method-title = How this is worked out
priorities-method-swing = You weigh the step from the bottom figure to the top one among the options shown, not the thing in general. This is called swing weighting. If the options change, the steps change too.
    .title = Steps and points
priorities-method-draws = Each try draws one number from each range, adds everything up with your points, and puts the options in order. We make {$draws} tries, always from the same start, so the same answers give the same result. This is called stochastic multicriteria acceptability analysis (SMAA).
    .title = Tries
priorities-method-improvement = One scale for all: against a dummy treatment, doing nothing or usual care. The size words give the place: slightly 1, noticeably or moderately 2, much 3; worse is below 0. Where only the direction is known it may be any size. Then it is widened: by half a step for high certainty, one for moderate, two for low, four for very low. Not tested means the whole scale, from much worse to much better. These widths are our own rule.
    .title = Improvement
priorities-method-certainty = One to four dots, as everywhere on this site. Not tested counts no dots: that is known, not missing. Doing nothing is not rated, so it may be anything from 0 to 4.
    .title = Certainty
priorities-method-harm = Where three or more studies counted it: from the lowest to the highest. Where fewer did: every number that is still possible after what they counted (Wilson’s 95 of 100 range). A rate of visits is no rate of people: there the harm is not known, and the rate of visits is told.
    .title = Unwanted effects
priorities-method-missing = A missing figure never counts as 0. It may be anything that any option for this concern has, so it makes the bar longer.
    .title = Missing figures
priorities-answer-oftener = {$other} came first more often ({$count} times), although its overall fit is lower.



### Evidence

### The words of the Evidence page.

evidence-title = What stands behind every answer
evidence-headline = {$well ->
    [0] Of {$promises} promises made for needling, none is well supported for anything.
    [one] Of {$promises} promises made for needling, one is well supported for something.
   *[other] Of {$promises} promises made for needling, {$well} are well supported for something.
}
evidence-counts = Each promise was judged for each topic it touches, {$judged} times in all: {$parts}.
evidence-count-well_supported = {$count} well supported
evidence-count-partly_supported = {$count} partly supported
evidence-count-weakly_supported = {$count} weakly supported
evidence-count-studies_differ = {$count} on which studies differ
evidence-count-not_shown = {$count} that nobody has shown
evidence-count-mostly_against = {$count} that studies speak against
evidence-basis = {$findings} findings from {$sources} sources stand behind this product. Here you can check them all.
evidence-search = Find words in promises, findings and sources
evidence-search-example = for example: dark marks, or an author
evidence-found = “{$text}” stands in { $judged ->
    [0] no promise
    [one] one judged promise
   *[other] {$judged} judged promises
}, { $findings ->
    [0] no finding
    [one] one finding
   *[other] {$findings} findings
} and { $sources ->
    [0] no source
    [one] one source
   *[other] {$sources} sources
}, of all concerns. Pick below which to see.
evidence-part = What to check
evidence-part-brochure = Promises
evidence-part-map = Map
evidence-part-findings = All findings
evidence-part-sources = Sources

## Promises

saying-ask = What were you told?
saying-any = Pick one, or type a word of it
saying-title = “{$saying}”
saying-also = Also found:
saying-promise = See what speaks for and against it
saying-no-study = We found no study of this among our {$sources} sources. That does not show that it is wrong. It shows that we know of nobody who has tested it.
saying-no-rival = We found no study that can tell how {$subject} and {$other} compare here.
saying-harm-uncounted = We found no study that counted it.
saying-fee = {$name}: {$fee}. It rests on: {$about}
saying-word-better = {$level ->
    [high] Does better
    [moderate] Probably does better
    [low] May do better
   *[other] Reported to do better
}
saying-word-worse = {$level ->
    [high] Does worse
    [moderate] Probably does worse
    [low] May do worse
   *[other] Reported to do worse
}
saying-word-same = Little or no difference
saying-word-no_clear = No clear difference was found
saying-word-disagree = Studies disagree
saying-word-untested = Results not compared
saying-word-mixed = Findings point different ways
saying-word-unsure = Too little to tell
saying-word-none = No study that can tell
evidence-brochure-title = The eleven promises, checked
evidence-brochure-lead = What is promised, the verdict for each topic, and the findings for and against it. Tap a finding for its source. Promises that touch {$concern} come first.
evidence-brochure-lead-all = What is promised, the verdict for each topic, and the findings for and against it. Tap a finding for its source.
evidence-brochure-not-found = No promise speaks of “{$text}”. Look in the findings and sources.
evidence-index = Go to a promise
evidence-touches = Touches {$concern}
evidence-topic-back_neck_headache = Back, neck and head
evidence-topic-muscles_and_joints = Muscles and joints
evidence-topic-acne_scars = Acne scars
evidence-topic-stretch_marks_scars_hair = Stretch marks, scars and hair
evidence-topic-lines_texture_tone = Lines, texture and tone
evidence-topic-recovery_harms_cautions = Recovery and harms
evidence-side-for = Speaks for it
evidence-side-against = Speaks against it
evidence-side-open = Leaves it open
evidence-side-none = No finding.
evidence-side-sources = No finding with a figure. The verdict rests on what these sources say in words.
evidence-side-all = {$count ->
    [one] Open it with its source
   *[other] Open all {$count} with their sources
}
evidence-concerns = Touches
evidence-surest = The surest of these findings
evidence-not-rated = No two groups were compared, so nobody can say how sure this is
evidence-all-sources = {$count ->
    [one] The one source named for this verdict
   *[other] All {$count} sources named for this verdict
}
evidence-bearing = {$way ->
    [treatment] Found {$thing} better with {$treatment} than with {$comparator}, {$time}
    [comparator] Found {$thing} worse with {$treatment} than with {$comparator}, {$time}
   *[neither] Found no clear difference in {$thing} between {$treatment} and {$comparator}, {$time}
}
evidence-bearing-added = {$treatment} added to {$other}
evidence-risk-rate = {$harm}: {$low} of 100 {$unit} had it, {$rest} did not ({$population}; {$counted})
evidence-risk-none = {$harm}: none seen ({$population}; {$counted})
evidence-risk-counted = {$n} {$unit} counted
evidence-risk-listed = {$harm}: reported, not counted ({$population})
evidence-risk-none-listed = {$harm}: none reported ({$population})
evidence-risk-population-all = all who were treated
evidence-days = {$treatment}: {$days} until {$milestone}
evidence-rule-title = The rule behind this
evidence-weigh = {$pro ->
    [0] No source for it
    [one] One source for it
   *[other] {$pro} sources for it
}, {$contra ->
    [0] none against
    [one] one against
   *[other] {$contra} against
}{$open ->
    [0] {""}
    [one] , one leaves it open
   *[other] , {$open} leave it open
}
evidence-weigh-none = What the verdict rests on
rule-order = First stand {$options_first} options: the needling, the first alternative, the ones studied in most people, and doing nothing. The first alternative is the one that most guidelines recommend without reserve, with none that we read against it; one for everyone before one for a part of the people. Where no guideline names one, it is the one we are surest about, then the one studied in most people. Only findings in everyone with the concern count there, of more than very low certainty, that favour the option and at no time speak against it. Needling with something added is no first alternative to needling. The others stand by kind behind one fold. How many rows we hold never counts, and first does not mean best.
    .title = Which options stand first
rule-short-verdict = The findings that bear on this promise, the surest first.
rule-verdict = The word follows from the findings. Each source counts once on each side it gives findings for. “Nobody has shown it”: no source is for it. “Studies differ”: as many or more are against it as for it. “Studies speak against it”: at least twice as many are against it, the surest with a comparison group and low certainty or more. With more sources for it than against, the surest decides. “Well supported” needs a comparison of moderate or high certainty, and no comparison against it. “Partly” needs a comparison of at least low certainty, as sure as the surest against it. Else it is “weakly”. Figures from before and after leave a promise open, because people may get better by themselves. Findings come from the sources named for the verdict. Harms also come from every other source about the same concern. A tie with a laser leaves a promise open, unless the promise itself compares; a tie with pretend or no treatment speaks against it. “Lasting” counts only findings beyond {$weeks_short} weeks. “Short recovery” means up to {$downtime_moderate} days. The check of the tables stops us when a word and its findings part.
    .title = How a promise gets its verdict

## Map

evidence-map-title = Where the evidence is, and where it is missing
evidence-map-lead = Each row is a concern, each column an option. Tap a bubble to read its findings.
evidence-map-group-pain = Pain and movement
evidence-map-group-skin = Skin and hair
evidence-map-gaps = Nothing was found for {$gaps} of {$cells} pairs.
evidence-map-key-area = Bigger bubble: more people studied, in the largest source. {$most} people or more look the same.
evidence-map-key-colour = Fuller colour: surer. The word below it says how sure.
evidence-map-key-better = better than what the letter beside it names
evidence-map-key-worse = worse
evidence-map-key-same = little or no difference
evidence-map-key-no_clear = no clear difference
evidence-map-key-disagree = studies disagree
evidence-map-key-unsure = we are not sure, or the results of the two sides were not compared
evidence-map-key-against = The letter beside a mark says against what. Marks with different letters cannot be weighed against each other:
evidence-map-against-sham = D
evidence-map-against-no_treatment = N
evidence-map-against-usual_care = U
evidence-map-against-added = A
evidence-map-against-rival = R
evidence-map-key-against-sham = a dummy treatment
evidence-map-key-against-no_treatment = doing nothing
evidence-map-key-against-usual_care = usual care
evidence-map-key-against-added = other care alone, to which it was added
evidence-map-key-against-rival = a rival, which its sentence names
evidence-map-key-blank = Ring without a mark: studied, but not in a way that gives an answer. Empty: nothing found.
evidence-map-people = {$people} people
evidence-map-people-unknown = number of people not given
evidence-map-cell = {$concern}, {$treatment}: {$words} {$certainty}. {$people}.
evidence-map-cell-blank = {$concern}, {$treatment}: {$blank} {$people}
evidence-map-state-before_after = Only before-and-after studies, with no comparison group.
evidence-map-state-indirect = Only compared in other people, in a mix of treatments, or with something that is not among the options.
evidence-map-state-none = Nothing found.
evidence-map-short-before_after = no group
evidence-map-short-indirect = indirect
evidence-map-short-none = none
evidence-map-high = high
evidence-map-moderate = mod.
evidence-map-low = low
evidence-map-not_rated = not rated
evidence-map-very_low = v. low
evidence-map-none = Nothing found: {$names}.
evidence-map-twin-concern = Concern
evidence-map-twin-direction = What was found
evidence-map-twin-people = Most people in one source
evidence-map-twin-findings = Findings
evidence-map-read = read them
rule-short-map = The finding that speaks on Explore, and the most people in one source.
rule-map = A bubble shows the finding that speaks for this option on the Explore page: against a pretend treatment, nothing or usual care if there is one, else against needling, else against the other option with the most people. Its size is the number of people in the largest single source, because reviews share trials and cannot be added up. Only what people come for is counted, not pain during treatment or time off.
    .title = How the map is drawn

## All findings

evidence-findings-title = All findings
evidence-findings-lead = Plain words and the published numbers side by side. A comparison has two sides: “Treatment” finds either.
evidence-scope = Concern
evidence-scope-this = The one picked on top
evidence-scope-any = All concerns
evidence-filter-treatment = Treatment
evidence-filter-comparator = Compared with
evidence-filter-outcome = What was measured
evidence-filter-design = Kind of study
evidence-filter-certainty = How sure
evidence-filter-checked = Read a second time
evidence-filter-order = In order of
evidence-more-filters = More choices
evidence-any-treatment = Any treatment
evidence-any-comparator = Anything
evidence-any-outcome = Anything
evidence-any-design = Any kind
evidence-any-certainty = Any
evidence-any-checked = Either way
evidence-order-listed = Concern and treatment
evidence-order-people = Most people
evidence-order-certainty = Surest
evidence-order-newest = Newest
evidence-order-longest = Longest follow-up
evidence-comparator-baseline = Before and after
evidence-comparator-none_reported = No comparison group
evidence-comparator-blank = Nothing named
evidence-checked-yes = Yes, in the source
evidence-checked-summary = In our summary of it
evidence-checked-no = Not yet
evidence-count = {$total ->
    [0] No finding fits. Pick “All concerns”, or widen another choice.
    [one] One finding.
   *[other] {$total} findings. Page {$page} of {$pages}.
}
evidence-column-compared = What was compared
evidence-column-measured = What was measured
evidence-column-words = In plain words
evidence-column-numbers = As published
evidence-column-study = Study
evidence-column-sure = How sure
evidence-column-checked = Read again
evidence-compared = {$treatment} against {$comparator}
evidence-compared-none = {$treatment}, no comparison group
evidence-words-before_after = {$way ->
    [treatment] After {$treatment}, {$thing} got better. There was no comparison group, so we cannot say why.
    [comparator] After {$treatment}, {$thing} got worse. There was no comparison group, so we cannot say why.
    [neither] After {$treatment}, {$thing} did not change. There was no comparison group.
   *[unknown] Measured before and after {$treatment}, with no comparison group, so we cannot say what it did.
}
evidence-words-rank = A place in a ranking of treatments. That is not a result by itself.
evidence-words-recommendation = Advice from experts, not a result.
evidence-words-natural_course = What happens by itself, without treatment.
evidence-words-controlled = Compared, but the source does not say which did better.
evidence-words-arm_means = Compared, but the source does not say which did better.
evidence-download-view = Download these findings (CSV)
evidence-download-name = needlewise-findings.csv
evidence-download-all = Everything, as tables
evidence-download-lead = All tables with their data dictionary, for spreadsheets and programs:
evidence-download-package = description for programs
evidence-download-dictionary = data dictionary
evidence-repeats = Rows that repeat another are left out here. They are in the files, marked as repeats.

## Sources

evidence-sources-title = All sources
evidence-sources-lead = Every publication and page that a figure came from, and where each is used. Who paid for a study was seldom shown; where it was, it stands under “What weakens it”.
evidence-sources-ground = What it rests on
evidence-ground-any = Anything
evidence-ground-firm = Studies, guidelines, hospitals
evidence-ground-weak = Weak: clinics, makers, press
evidence-sources-count = {$total ->
    [0] No source fits. Pick “All concerns”, or widen another choice.
    [one] One source.
   *[other] {$total} sources. Page {$page} of {$pages}.
}
evidence-authors-missing = Authors not shown
evidence-year-missing = Year not shown
evidence-weak = Weak
evidence-limits = What weakens it: {$text}
evidence-origin-manufacturer = Comes from a maker of a treatment.
evidence-origin-clinic = Comes from a clinic that sells a treatment.
evidence-origin-consumer = Comes from a consumer page.
evidence-origin-news = Comes from the press.
evidence-uses = {$count ->
    [0] Read, but no figure was taken from it
    [one] Used in one place
   *[other] Used in {$count} places
}
evidence-uses-more = and {$count} more
evidence-table-effects = Findings
evidence-table-protocols = Visits and results
evidence-table-recovery = Days of recovery
evidence-table-risks = Unwanted effects
evidence-table-cautions = Cautions
evidence-table-claims = Promises
evidence-table-red_flags = When to see a doctor first
evidence-table-natural_course = What happens by itself
evidence-table-appointment = What a visit is like
evidence-table-pain_scores = Pain during a visit
evidence-table-aftercare = Aftercare
evidence-table-costs = Fees
evidence-table-regulator = What regulators say
evidence-table-guidelines = What guidelines say
evidence-table-after_signs = After a treatment
evidence-table-dated_cautions = Cautions that depend on a date
evidence-table-questions = Questions to ask
evidence-table-concerns = About the concern
evidence-table-treatments = About the treatment
evidence-table-mcid = Smallest difference people notice
evidence-table-thresholds = Limits in our rules



### Take home

### The take-home: the page, the PDF, the link and the code. Figures come from data/ and from what the person chose.

## The page

take_home-eyebrow = Take home, {$noun}
take_home-title = A page or two to read in peace, and to talk over
take_home-lead = Choose what goes in. Below is all of it. The paper has two pages at most and says what it had to leave out.
take_home-parts-title = What goes in
take_home-part-options = The options and their figures
take_home-part-plan = My dates
take_home-part-priorities = What matters to me
take_home-part-cautions = Cautions to raise
take_home-part-questions = Questions to ask
take_home-part-own = My own questions
take_home-part-note = A note by the practitioner
take_home-empty-plan = Nothing yet. Choose a day on
take_home-empty-priorities = Nothing yet. Say what counts on
take_home-empty-cautions = Nothing yet. Tick what is true for you on
take_home-write-title = In your own words
take_home-name = A name to print
take_home-name-help = You may leave this empty.
take_home-own = My own questions
take_home-own-placeholder = One on each line
take_home-note = Note by the practitioner
take_home-note-placeholder = What was talked about, what comes next
take_home-private = What you write goes to the computer that runs this page, for this visit only. It does not save it or pass it on. It is not in the link.
take_home-health = “Cautions to raise” holds what you ticked about your health. Leave it out if someone else may find the paper.
take_home-characters-lost = Some signs cannot be printed in the PDF. A question mark stands in their place.
take_home-paper = Paper
take_home-paper-a4 = A4
take_home-paper-us-letter = US Letter
take_home-download = Get the PDF
take_home-file-name = needlewise-{$date}.pdf
take_home-preview-title = What it says
take_home-link-title = Open it again
take_home-link-lead = This link and this code open the same comparison. They hold the concern and the options, and nothing you told about your health.
take_home-qr-alt = QR code that opens this link: {$link}

## The document

take_home-doc-title = What I looked at: {$noun}
take_home-doc-made = Made on {$date}
take_home-doc-for = For {$name}
take_home-doc-decision = The decision
take_home-doc-options = The options side by side
take_home-doc-options-lead = The same rows for every option, in the same order as on the screen. No option is put forward.
take_home-doc-row = Question
take_home-doc-works = How well it works
take_home-doc-sure = How sure
take_home-doc-clinic = At this clinic, by its own word
take_home-doc-pairs = How many got better: one count
take_home-doc-plan = My dates
take_home-doc-priorities = What matters to me
take_home-doc-cautions = Cautions to raise
take_home-doc-contents = Two concerns in this paper
take_home-doc-contents-page = page
take_home-doc-stops-why = Why, and what others say: under “Cautions to raise”.
take_home-doc-cautions-lead = From what I ticked. Talk about each before you book.
take_home-doc-skin = Marks on skin like mine
take_home-doc-what = What happens
take_home-doc-after = After a visit: when to act
take_home-after-line = {$action}: {$sign}
take_home-after-with = {$text} After {$names}.
take_home-source-copy = {$of}, seen as a copy
take_home-unseen = Not looked at here: {$things}.
take_home-unseen-nothing = doing nothing, which stays one of your options
take_home-unseen-plan = dates
take_home-unseen-cautions = cautions, for nothing about your health was told
take_home-unseen-priorities = what matters to you
take_home-unseen-screens = {$count ->
    [one] the screen {$names} of the room
   *[other] the screens {$names} of the room
}
take_home-unseen-screen = “{$name}”
take_home-unseen-options = {$count ->
    [one] one other option
   *[other] {$count} other options
}
take_home-left-signs = {$count ->
    [one] one sign that needs a doctor
   *[other] {$count} signs that need a doctor
}
take_home-left-what = what happens at a visit
take_home-doc-signs = See a doctor first
take_home-doc-questions = Questions to ask
take_home-doc-questions-lead = They come from what the studies leave open and from what I told.
take_home-doc-own = My own questions
take_home-doc-note = Note by the practitioner
take_home-doc-rest = Take your time
take_home-doc-rest-lead = Nobody has to choose today. Sleep on it, read this again, and talk it over with someone you trust. You can change your mind until it is done, and doing nothing is one of the options.
take_home-doc-sources = Sources
take_home-doc-sources-lead = The small numbers in the text stand for these.
take_home-doc-left-code = Left out so that it fits two pages: {$things}. The page behind the code has them, some of them under “Take home” there.
take_home-doc-left-again = Also left out: {$things}. Fill in the page on the screen again to see them.
take_home-left-pictures = {$count ->
    [one] one picture
   *[other] {$count} pictures
}
take_home-left-questions = {$count ->
    [one] one question
   *[other] {$count} questions
}
take_home-left-sources = {$count ->
    [one] one source
   *[other] {$count} sources
}
take_home-left-sums = {$count ->
    [one] how the dates of one option add up
   *[other] how the dates of {$count} options add up
}
take_home-left-skin = {$count ->
    [one] one line on skin like yours
   *[other] {$count} lines on skin like yours
}
take_home-left-lists = {$count ->
    [one] the list of harms of one option
   *[other] the lists of harms of {$count} options
}
take_home-left-notes = {$count ->
    [one] more on visits and pain of one option
   *[other] more on visits and pain of {$count} options
}
take_home-left-warned = {$count ->
    [one] the rest of one official warning
   *[other] the rest of {$count} official warnings
}
take_home-left-beside = {$count ->
    [one] what else studies found of one option
   *[other] what else studies found of {$count} options
}
take_home-left-places = {$count ->
    [one] one line on how the options fit what you said
   *[other] {$count} lines on how the options fit what you said
}
take_home-left-fits = {$count ->
    [one] how one option fits what you said
   *[other] how {$count} options fit what you said
}
take_home-left-reasons = {$count ->
    [one] the reasons for one thing you ticked
   *[other] the reasons for {$count} things you ticked
}
take_home-doc-link = Open it again
take_home-doc-link-lead = Scan the code, or type the address. It shows the comparison and nothing about me.
take_home-doc-pages = Page {$page} of {$pages}
take_home-doc-author = Needlewise
take_home-doc-logo = Logo of {$name}
take_home-and-others = {$first} and others
take_home-harm = {$name}: {$rate}
take_home-harms-of = {$name}, what can go wrong: {$told}
take_home-warned = {$name}. {$text}
take_home-skin-line = {$treatment}, {$harm}: {$rate}, {$studied}.
take_home-as-with = {$name} (as with {$part})
take_home-caution-answer = {$answer}: {$names}.
take_home-caution-reason = {$names}: {$reason}
take_home-caution-weak = {$reason} (only a clinic, a maker or the press says so).
take_home-serious = Rare but serious{$mixed ->
    [yes] {" "}(no number: not known)
   *[no] {""}
}. {$told}
take_home-serious-rate = {$name} ({$rate})
take_home-serious-of = {$name}: {$names}
take_home-caution-also = Raise these too:
take_home-caution-all = All the options here
take_home-plan-visits = Visits: {$days}.
take_home-plan-many = {$count} visits, the first on {$first}, the last on {$last}.
take_home-said = {$name}: {$points} points
take_home-said-drawn = {$name}: no points given
take_home-apart = {$name} is on hold for now, so it was not weighed.

## Questions to ask, one for each kind of gap

take_home-ask-told = I told you this: {$conditions}. What does {$count ->
    [one] it
   *[other] each
} mean for the options here?
take_home-ask-told-many = I ticked {$count} things under “Cautions to raise”. What does each mean for the options here?
take_home-ask-unknown-many = For {$count} things I ticked no study or guidance was found on some of the options. What do you know?
take_home-ask-unknown = For some options no study or guidance was found on this: {$conditions}. What do you know?
take_home-ask-skin = I have skin type {$type}. Studies of {$names} do not say how often it gets dark marks. How often have you seen them on skin like mine?
take_home-ask-tested = No study has tested {$names} for this against {$group ->
    [skin] leaving the skin alone
   *[pain] doing nothing
} or a dummy. Why would you choose it for me?
take_home-ask-sure = The studies of {$names} are weak. What makes you think it could help me?
take_home-ask-clear = No clear gain was found with {$names}. Why would you choose it for me?
take_home-ask-visits = No source says how many visits {$names} takes. How many would I need, and when do we stop?
take_home-ask-days = No source says how long people need to recover after {$names}. What do you see?
take_home-ask-harm = {$group ->
    [skin] No rate of dark marks was found for {$names}. How often do you see them?
   *[pain] No rate of unwanted effects was found for {$names}. How often do you see them?
}
take_home-ask-pain = No score was found for pain during {$names}. How much does it hurt, and what helps?
take_home-ask-cost = What would the whole course of {$names} cost, with everything?
take_home-ask-done = How often have you done {$names} yourself, and for how many did it not help?
take_home-ask-wait = What would happen if I waited, or did nothing?



### Ready to decide

### A short check from the person's own options, and the four questions of the SURE test.

ready-title = Ready to decide? A short check
ready-lead = A few questions about your own options. There is no mark, and nothing of it is kept. The last four are the SURE test.
ready-right = Yes.
ready-not = No: {$right}.
ready-yes = Yes
ready-no = No
ready-ask-nothing = What happens if nothing is done about {$noun}?
ready-nothing-known = Studies followed people without it
ready-nothing-unknown = No study we found followed people without it
ready-nothing-never = It is not an option
ready-ask-sure = How sure are studies about what {$treatment} does?
ready-ask-visits = How many visits does {$treatment} usually take?
ready-ask-days = How many days does each visit of {$treatment} cost?
ready-ask-harm = How often does the main unwanted effect come with {$treatment}?
ready-ask-pain = How much does {$treatment} hurt while it is done?
ready-figure = {$name}: {$figure}
ready-why = {$name}: {$figure}. The others: {$others}.
ready-sure-ask-sure = Do you feel sure about the best choice for you?
ready-sure-ask-understand = Do you know the good and the harm of each option?
ready-sure-ask-risk = Are you clear which of them matter most to you?
ready-sure-ask-encouragement = Do you have enough support and advice to choose?
ready-sure-open = Answer the last four to see what they come to.
ready-sure-yes = Four times yes. You can still sleep on it.
ready-sure-no = One “no” is enough to wait. Say it aloud to the person who treats you, and ask for time.
nothing-left-out = Doing nothing is not among these. It stays one of your options. {$nothing}

### In the room

### In the room: one message on each screen, for a practitioner and a client together.

room-enter = In the room
room-back-to = Back to the room, screen {$place}
room-ask-title = What is it about?
room-ask-lead = Nothing is picked for you.
room-leave = Leave the room
room-position = {$place} of {$all}
room-pill = {$place} {$name}
room-next = Next
room-back = Back
room-screens = Screens
room-eyebrow = {$name}: {$title}
room-change = Concern and options

room-name-choice = The choice
room-name-visit = A visit
room-name-recovery = Recovery
room-name-works = How well
room-name-harms = Risks
room-name-matters = You
room-name-home = At home

room-title-choice = what it is, and the choice
room-title-visit = what a visit is like
room-title-recovery = visits and recovery
room-title-works = how well it works
room-title-harms = {$group ->
    [skin] what can go wrong for your skin
   *[pain] what can go wrong
}
room-title-matters = what matters to you
room-title-home = what to take home

room-choice-message = The choice: {$decision}
room-visit-message = What a visit is like: {$names}.
room-recovery-message = How often you come, and how long you need after it.
room-recovery-message-skin = A usual course of {$treatment} takes {$days} {$days ->
    [1] day
   *[other] days
} off in all{$range ->
    [yes] ; it can be {$low} to {$high}
   *[no] {""}
}.
room-recovery-message-pain = On average, a usual course of {$treatment} brings {$days} sore {$days ->
    [1] day
   *[other] days
} in all{$range ->
    [yes] ; it can be {$low} to {$high}
   *[no] {""}
}.
room-works-message = What the studies say about {$names}.
room-harms-message = What can go wrong with each of these
room-matters-message = What counts most for you?
room-matters-talk = Things people weigh, to talk through.
room-matters-works = How many got better stands on screen {$place}.
room-matters-of = {$name}: {$figure}
room-matters-told = This is what you said counts for you.
room-home-message = Take your time. You do not have to choose today.
room-skin-told = For skin type {$type}, where a study looked at it.
room-skin-not-told = Tap your skin type to see the figures for it.
skin-short-1 = I · very fair
skin-short-2 = II · fair
skin-short-3 = III · light beige
skin-short-4 = IV · olive
skin-short-5 = V · brown
skin-short-6 = VI · dark brown
skin-short-0 = Not sure
room-home-summary = A summary on paper or by link: what you saw, the numbers and how sure they are.
room-home-questions = Your own questions, for today or for next time.
room-home-time = A night's sleep on it. This view opens again at home.
room-said-points = {$points ->
    [one] 1 point
   *[other] {$points} points
}
room-strip-skin = Each strip draws the days it shows, as said above it. Solid: the usual time. Striped: the longest reported.
room-strip-pain = Each strip draws the days sore, as said above it, for those who get sore. Solid: the usual time. Striped: the longest reported.
room-open-plan = Put it on my dates
room-open-suitability = Answer “Right for me?”
room-open-priorities = Weigh what matters to me
room-open-take_home = Choose what to take home
room-open-evidence = Look at the evidence

## The practitioner's side note

room-check-title = One minute for yourself
room-check-1 = Did I say that doing nothing is an option, and what it means?
room-check-2 = Did I say a number for the harm as well as for the good?
room-check-3 = Did I say how sure the studies are, also about my own treatment?
room-check-4 = Did the client say in their own words what they heard?
room-check-5 = Did I ask what matters to them before I said what I would do?
room-check-6 = Would I have said the same if I earned nothing from it?
room-home-after = After a visit

room-note = Side note for the practitioner
room-note-say = Words for the talk
room-note-flags = Signs that need a doctor first
room-note-told = From “Right for me?”
room-note-sources = Sources of this screen
room-say-choice-1 = “What bothers you most about it?”
room-say-choice-2 = “There is more than one good choice here. Leaving it alone for now is one of them.”
room-say-choice-3 = “I will tell you what is known and what is not. You say what counts for you.”
room-say-visit-1 = “Have you had anything like this before? How was it?”
room-say-visit-2 = “You can ask me to stop at any time.”
room-say-visit-3 = “Is there anything about needles or machines that worries you?”
room-say-recovery-1 = “Which days could you not miss?”
room-say-recovery-2 = “These are usual figures. Some people need longer.”
room-say-recovery-3 = {$group ->
    [skin] “Could you stay out of the sun while it heals?”
   *[pain] “What would you have to leave out while you are sore?”
}
room-say-works-1 = Say both numbers: how many got better, and how many did not.
room-say-works-2 = “Low certainty does not mean that it fails. It means that the studies cannot tell yet.”
room-say-works-3 = “What would be a good enough result for you?”
room-say-harms-1 = “Of 100 people in the studies, so many had this, and all the others did not.”
room-say-harms-2 = {$group ->
    [skin] If no study looked at this skin type, say so. The true figure may be higher or lower.
   *[pain] If no rate was found, say so. It does not mean that there is no risk.
}
room-say-harms-3 = “Which of these would trouble you most?”
room-say-matters-1 = “If you could have only one of these, which one?”
room-say-matters-2 = “Is there something else, which is not on this list?”
room-say-matters-3 = Wait for the answer. Do not name your own favourite first.
room-say-home-1 = “Tell me in your own words what you have seen today.”
room-say-home-2 = “What would you still like to know?”
room-say-home-3 = “Call us when you have thought about it. There is no rush.”

## New client and the idle time-out

room-new = New client
room-new-ask = This clears the concern, the options, all answers and the address of this window. It cannot be undone.
room-new-yes = Clear everything
room-idle-title = Is anyone there?
room-idle-text = Everything on this screen will be cleared soon.
room-idle-left = Seconds left:
room-idle-stay = Still here
room-cleared = All is cleared.
room-cleared-offline = There is no connection. The next client can start as soon as it is back.
room-cleared-link = Start with the next client
room-cannot = This browser still lists the pages seen in this window. Close the window before the next client.
room-forget = Clear now



### About

### The words of the About page.

month-year = {$month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} {$year}
about-title = About Needlewise
about-headline = Needlewise sets needling next to every real choice, and shows what each answer rests on.
about-lead = {$rows} rows in {$tables} tables, from {$sources} sources. Nothing you enter is kept.
about-overdue = This evidence was due for review by {$due} and has not been reviewed. Newer studies may say something else.
about-on-page = On this page
about-see = See it
about-not-yet = Not yet
about-met = Met

## How it was made

about-made-title = How it was made
about-made-search = The search. We looked for reviews, guidelines and trials on each concern and each option, in PubMed, PubMed Central, Cochrane, journals, hospitals, societies and regulators. Mostly we read the summary and the opening pages, not whole papers. It was one search by one group, not a systematic review with two readers who work apart.
about-made-extract = Writing down. Each finding became one row: what was compared, what was measured, when, in how many people, which way it points, and where in the source it stands. A row without a source is refused.
about-made-check = Checking. {$once} of {$effects} findings were read against their source when they were written down. Since then {$twice} were read again in the source, {$summary} in our summary of it, and {$never} not yet. Reading again changed {$changes} cells; each change is listed with its reason.
about-made-machine = Each time it starts, every row is checked: closed lists, ranges, signs that agree with the direction, and links between tables. With one fault it shows the fault and no numbers.
about-made-joined = Joining. We never pool studies ourselves. By a fixed rule, one finding speaks for each comparison, and its rivals are shown beside it.
about-made-drafted = Computer programs helped to write the tables and the pages. No one with a medical licence has signed them off yet.
about-changes-link = The list of changes

## Rules

about-rules-title = How each answer is worked out
about-rules-lead = The same rules hold for needling, for its rivals and for doing nothing. Each limit in them comes from a publication.
about-rule-code = As the program has it
about-rule-plan = How a plan gets its dates
about-rule-suitability = How cautions are sorted
about-rule-suitability-words = Each caution comes from a published source and says: go ahead, ask first, wait, or not now. What you tell is compared with the cautions of each option. The most careful source decides, whatever it is, and milder ones are told beside it, each with the ground it stands on. A study that left people out says only that; it closes nothing by itself. A wait is over once its days have passed since the day you told. Where no source says anything, we say that, and never that it is fine.
about-rule-priorities = How fit is worked out
about-rule-priorities-words = You say how much each step matters, from the worst figure of the options to the best. Each option gets a share of each step. Because the studies give ranges, we try thousands of values from them and count how often each option comes first, second and so on. What is not known widens the result. Cautions stay outside the sum.
about-thresholds-title = All limits used
about-threshold-id = Limit
about-threshold-value = Value
about-threshold-meaning = What it means

## Limits

about-limits-title = What it cannot do
about-limits-examine = It has not examined you and cannot. Some causes of pain and some marks on the skin need a doctor first.
about-limits-average = A study tells what happened to a group of people. It cannot say what will happen to you.
about-limits-read = We mostly read summaries. What stands only deep in a paper may be missing, and we could not judge how well each trial was run.
about-limits-skin = Few studies say which skin tones were in them. Dark skin was studied too little.
about-limits-last = Most studies end within months. What happens after a year is mostly not known.
about-limits-weak = {$weak} of {$sources} sources are weak: clinics, makers, consumer pages or the press. They are marked, and lose to anything better.
about-limits-money = Many sources do not say who paid for them. Where it was seen, it stands with the source.
about-limits-age = Half of our texts read easily at the age of fourteen or younger, by the Flesch-Kincaid measure, and every reason for a verdict at twelve. Tests hold us to that.

## Money, review, the rest

about-payers-title = Who pays
about-payers-none = Nobody paid to be in it, to be left out or to be put first. There is no advertising and no commission.
about-payers-clinic = A clinic may run this page for its clients. A clinic earns when you choose a treatment. It can add its name, its fees and which options it offers. It cannot change a figure or a verdict, or hide an option.
about-review-title = Date and review
about-review-date = The evidence was last gathered in {$date}. This is version {$version}.
about-review-due = It is due for review every {$months} months, next by {$due}.
about-review-policy = A review repeats the search, reads new and changed sources, mends the rows, and lists each change with its reason. A fault that is reported is mended sooner. When a review is late, every page says so.
about-privacy-title = Your privacy
about-privacy-words = There is no account and no cookie for advertising. The concern, the options you pick and the dates of a plan stand in the address, so that you can come back. What you tick about your health, what matters to you and what you write go to the computer that serves this page and stay in its memory for this visit. They are never in the address and never written to a disk. They are dropped within minutes after you close the tab. Traces of the last thing you sent may stay in that computer's memory until it is used again. Nothing is asked of any other computer than the one that serves this page.
about-access-title = Can everyone use it?
about-access-aim = It should work with keys alone, with large letters, in the dark and without colours, for all that the rules of the web ask (WCAG 2.2, level AA). A program checks each page for that before each change.
about-access-keys = Tab goes from one thing to the next. In a table it stops once: the arrow keys then go from figure to figure. Escape closes what is open.
about-access-missing = What we know is missing: the marks of a chart cannot be reached by key (the table below it says the same), and the calendar of a date field has one fault (a date can be typed). Nobody has tried it with a screen reader yet.
about-licence-title = Licence
about-licence-words = The tables may be used by anyone who names the source (CC BY 4.0). The program is free under the MIT licence. The publications belong to their authors and publishers.
about-licence-files = Take the tables
about-contact-title = Contact
about-contact-none = Whoever runs this page has not given a contact. Faults in the evidence can be reported where the program is published.

## The checklist

about-ipdas-title = The checklist for decision aids
about-ipdas-lead = IPDAS is the checklist that experts in many countries agreed on. 35 of its items fit a choice of treatment. We say “met” only where you can see it for yourself.
about-ipdas-sum = {$qualifying} of {$qualifyingall} items that make it a decision aid, {$certification} of {$certificationall} that guard against bias, and {$quality} of {$qualityall} that make it better.
about-ipdas-group-qualifying = What makes it a decision aid
about-ipdas-group-certification = What guards against bias
about-ipdas-group-quality = What makes it better
about-ipdas-column-item = What is asked
about-ipdas-column-state = State
about-ipdas-column-how = How, or why not
about-ipdas-unbuilt = The page for it does not exist yet.

about-ipdas-Q1 = Says what the problem is
    .how = A few sentences about each concern stand under its answer.
about-ipdas-Q2 = Says which decision is to be made
    .how = “The decision” stands beside them.
about-ipdas-Q3 = Lists the options
    .how = Every option in one table, doing nothing among them.
about-ipdas-Q4 = Says what is good about each option
    .how = How well it works, in the same row for all.
about-ipdas-Q5 = Says what is bad about each option
    .how = What can go wrong, in the same row and size for all.
about-ipdas-Q6 = Says what it is like to live through
    .how = What happens and how it feels; how long it shows or hurts, day by day; when work, make-up and sport are fine again.
about-ipdas-C1 = Good and bad in equal detail
    .how = The same rows for every option. A cell without a figure says so.
about-ipdas-C2 = Names its sources
    .how = Every figure opens its sources. All are listed.
about-ipdas-C3 = Gives its date
    .how = At the foot of every page.
about-ipdas-C4 = Says how it is kept up to date
    .how = The next review and what it does. Late reviews are announced on every page.
about-ipdas-C5 = Says how unsure the numbers are
    .how = A range where one is known, and how sure we are beside each finding.
about-ipdas-C6 = Says who paid
    .how = At the foot of every page, and above.
about-ipdas-K1 = Says what happens if nothing is done
    .how = Doing nothing is an option with its own row.
about-ipdas-K2 = Options can be compared
    .how = Two to four options side by side.
about-ipdas-K3 = Gives chances
    .how = “How many got better: one count” and “What can go wrong”, where studies counted people.
about-ipdas-K4 = Says whom the chances come from
    .how = The number of people and the part of them stand with each finding.
about-ipdas-K5 = Counts people, not ratios
    .how = Of 100 people, or the people themselves where few were counted. For seldom harms, of 1,000 or more.
about-ipdas-K6 = Says over what time
    .how = The time stands in each sentence about a finding, or that it was not stated.
about-ipdas-K7 = The same time for every option
    .how = The studies measured at different times. We show each time, but cannot make them the same.
about-ipdas-K8 = Shows numbers in more than one way
    .how = As a sentence, as marks of 100, as pictures and as tables.
about-ipdas-K9 = Words that do not push
    .how = Where studies counted people, the pictures say both sides: “30 did, 70 did not”. The same rules word every option, and none is marked as the winner.
about-ipdas-K10 = Asks what matters to you
    .how = Put in order and weigh up to six things.
about-ipdas-K11 = Leads through the decision step by step
    .how = The pages stand in the order of deciding, but nothing shows which steps you have done.
about-ipdas-K12 = Gives questions for the talk
    .how = The page to take home lists questions to ask.
about-ipdas-K13 = People who face the choice were asked what they need
    .how = We used published surveys and complaints. We asked nobody ourselves.
about-ipdas-K14 = Professionals were asked what their clients need
    .how = We asked nobody ourselves.
about-ipdas-K15 = Reviewed by outside clients
    .how = No one from outside has reviewed it.
about-ipdas-K16 = Reviewed by outside professionals
    .how = No one from outside has reviewed it.
about-ipdas-K17 = Tried out with real clients
    .how = It has not been tried out with clients who face the choice.
about-ipdas-K18 = Tried out with real practitioners
    .how = It has not been tried out in a clinic.
about-ipdas-K19 = Says how evidence was found and joined
    .how = On this page, from the search to the rule for each answer.
about-ipdas-K20 = Says how good the evidence is
    .how = Four steps from very low to high, on every finding and on the map.
about-ipdas-K21 = Gives the authors' training
    .how = The makers' names and training are not given, and no doctor has signed it off.
about-ipdas-K22 = Says how easy it is to read
    .how = A reading age, held by a test.
about-ipdas-K23 = Shown to help people know more and choose what fits them
    .how = No such study has been done.



### Memory

### Versions of the evidence, what has changed since one, who judged, and how to cite.

version-of = version {$version} of {$date}
version-changelog = {$count ->
    [0] No cell was changed by hand; what was added stands in the tables.
    [one] One line of changes.csv came with it.
   *[other] {$count} lines of changes.csv came with it.
}
version-ahead = {$version} with later changes
version-unknown = We do not know version “{$version}” of the evidence. Here is what holds today.
version-unknown-here = We do not know that version of the evidence. Here is what holds today.

## What has changed since a version

since-headline = {$scope ->
    [options] {$count ->
        [one] One thing has changed for these options.
       *[other] {$count} things have changed for these options.
    }
   *[all] {$count ->
        [one] One thing has changed here.
       *[other] {$count} things have changed here.
    }
}
since-nothing = {$scope ->
    [options] No figure has changed for these options.
   *[all] No figure has changed here.
}
since-made-from = What you have was made from {$version} of the evidence.
since-and-more = {$count ->
    [one] One more option.
   *[other] {$count} more options.
}
since-what-and-why = What it was, what it is, and why
since-more = {$count ->
    [one] One more change
   *[other] {$count} more changes
}
since-reworded = {$count ->
    [one] One more line is said in other words, with the same figures.
   *[other] {$count} more lines are said in other words, with the same figures.
}
since-below = Below stands today’s answer.
since-old-answer = See the answer as it stood then
since-concern-new = That version said nothing of {$noun} yet.
why-mended = Put right: {$why}
why-added = A source was added: {$title}
why-aside = This one gives the answer no longer: {$title}
why-other-rows = By the rule, another finding gives the answer now. Nothing was changed by hand.
why-unsaid = A row was changed; the list of changes does not say why.
why-rule = No row changed. The rule that makes this figure did.
why-words = No row changed. It is said in other words.
why-more = {$count ->
    [one] One more reason stands in the list of changes.
   *[other] {$count} more reasons stand in the list of changes.
}
line-none = nothing
place-answer = The answer
place-answer-more = Another sentence of the answer
place-big-visits = Usual visits
place-big-downtime = After one visit
place-big-course = Over the whole course
place-big-results = When a result is seen
place-pause = What should make you pause
place-option = whether it is among the options
place-effect = how well it works
place-also = what else was found
place-visits = visits
place-days = days after one visit
place-shows = days it shows after one visit
place-course = days over the whole course
place-discomfort = pain during a visit
place-harm = main harm
place-harms = what else can happen
place-unwanted = how often unwanted effects happen{$count ->
    [one] {""}
   *[other] {" "}({$count} lines)
}
place-harm-of = how often: {$name}

## An old answer

kept-title = {$concern}, version {$version}
kept-old = This is an old answer. It stood in {$version}.
kept-old-why = It is kept so that a paper or a link can be checked. Do not decide by it.
kept-to-today = See today’s answer, and what has changed
kept-in-force = This is {$version}, the one in force.
kept-ahead = {$count ->
    [one] One change has been made since.
   *[other] {$count} changes have been made since.
}
kept-open-page = Open the page with all pictures
kept-options = The options
kept-versions = Other versions
changes-versions = Versions
kept-file = The whole of version {$version} as one file
kept-sources = Sources
kept-more-sources = and {$count} more
kept-source = Source {$number}

## What changed

changes-title = What changed: {$concern}
changes-last = Last changed on {$date}
changes-never = Nothing has been changed yet
changes-lead = Each line is a thing that was put right, with the reason. Today’s answer is of {$version}.
changes-follow = Follow the changes (Atom)
changes-by-day = Day by day
changes-in-version = in version {$version}
changes-more = {$count ->
    [one] One more change
   *[other] {$count} more changes
}
changes-others = {$count ->
    [one] One more thing was only noted down in another way.
   *[other] {$count} more things were only noted down in another way.
}
change-from-to = Was “{$old}”, is now “{$new}”.
change-why = Why: {$why}
change-reader = Judged by {$reader}.
change-line = {$subject}. {$what}: was “{$old}”, is now “{$new}”. Why: {$why}
cell-blank = nothing
column-means-row = an entry was added
column-means-size = how big the difference is
column-means-direction = which side did better
column-means-compared = what was compared
column-means-people = how many people, and who
column-means-certainty = how sure it is
column-means-time = when it was measured
column-means-visits = visits
column-means-days = days of recovery
column-means-rate = how often it happens
column-means-speaks = whether this entry may give an answer
column-means-advice = what is advised
column-means-noted = how it is noted down
feed-title = Needlewise: what changed
feed-entry = {$concern}: {$count ->
    [one] one change
   *[other] {$count} changes
} on {$date}

## One row

row-title = Row {$ref}
row-old = This is how the row stood in {$version}.
row-today = See the row as it stands today
row-history = What was changed in it
row-never = Nothing was changed since it was written down.
row-cells = The cells of the row
row-not-there = There was no such row in {$version}.

## The step from what was printed to what is shown

step-points = The step: {$estimate} on a scale of {$scale} points is {$points} of 100 points.
step-smd = The step: none. The source counts in units of spread, so we give a word for the size and no points.
step-days = The step, usual figures: visits {$visits} × days after each {$days} = {$product}.
step-days-once = The step, usual figures: days after the first visits {$days}, counted once, = {$product} (visits: {$visits}).
step-days-share = {$once ->
    [yes] The step, usual figures: sore days after the first visits {$days}, counted once, × {$share} of 100 people who are sore = {$product} (visits: {$visits}).
   *[no] The step, usual figures: visits {$visits} × sore days after each {$days} × {$share} of 100 people who are sore = {$product}.
}
step-rate = The step: {$events} of {$n} is {$rate} of 100.

## Who judged

judged-by = {$by ->
    [source] Judged by the authors of the review; noted down by {$reader}, last on {$date}.
   *[ours] Worked out by our rule from a row that was judged by {$reader}, last on {$date}.
}
judged-before = In version {$version} it was: {$level}.
judged-before-same = In version {$version} it was the same.
judged-before-other = In version {$version} another finding gave the answer, with: {$level}.
judged-before-none = In version {$version} nothing was rated here.

## Who made it, and how well two readers agreed

about-makers-title = Who made it
about-makers-lead = One line for each part of the work. What nobody has told us is shown as not given.
about-makers-part = Part
about-makers-not-done = What was not done
makers-who = Who
makers-training = Training
makers-interests = Interests
makers-funding = Funding
makers-nobody = No one
makers-not-given = not given
makers-missing = {$names} of the makers are not given.
about-agree-title = How well two readers agreed
about-agree-lead = Rows are drawn at random. A second reader writes down what the source says without seeing what we hold.
reading-row = {$date}: {$reader} read {$rows} rows. {$same} agreed in every cell asked for ({$share} of 100).
reading-cells = Of {$cells} cells {$same} agreed.
reading-kappa = Kappa, which takes chance out, was {$kappa}.
about-versions-title = Versions
about-versions-lead = Each version is kept whole: the tables, what was said, and how to cite it. This program is version {$program}.
about-versions-file = the whole as one file
about-cite = How to cite the tables, an answer or a row

## How to cite

cite-title = Cite this
cite-page-title = How to cite
cite-tables = One table
cite-this-answer = Cite this answer
cite-for-managers = For reference managers
reader-assisted = a reader helped by computer programs, without a medical licence
reader-maintainer = whoever keeps these tables
reader-methodologist = an expert in how studies are rated
reader-clinician = someone with a medical licence
cite-author = Needlewise contributors
cite-title-tables = Needlewise: the evidence tables
cite-title-answer = Needlewise: {$concern}
cite-title-table = Needlewise: the table {$table}
cite-title-row = Needlewise: the row {$ref}
cite-text = {$author} ({$year}). {$title}. Version {$version}, {$date}. Licence {$licence}.
cite-note = Version {$version}, licence {$licence}
cite-message = If you use these tables, please cite them, and the publications that a row names as its sources.

### The clinic

### A clinic's own settings: what it may say beside the studies, always marked as its own.

clinic-not-offered = not offered here
clinic-money = {$amount} {$currency}
clinic-because = {$usual}. We differ here, because {$because}
clinic-window = {$first} to {$last}: keep away from {$what}. This is the rule of {$name}.
clinic-window-title = Keep away from {$what} (rule of {$name})
clinic-window-retinoid_cream = vitamin A cream (retinoid)
clinic-window-sun = strong sun and sunbeds
clinic-window-waxing = waxing and shaving there
clinic-window-make_up = make-up there
clinic-window-exercise = hard exercise
clinic-window-botulinum_or_filler = botulinum toxin and filler there
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
clinic-payer-unread = A clinic runs this page. Its settings have a fault, so this page cannot say who pays for it. The clinic cannot change a figure from a study or hide an option.
clinic-unread = {$count ->
    [one] For whoever runs this page: your settings have a fault and are not used. The log says which.
   *[other] For whoever runs this page: your settings have {$count} faults and are not used. The log says which.
 }
clinic-about-fault = {$count ->
    [one] The settings file of the clinic that runs this page has a fault. Until it is mended, nothing of the clinic is shown: no name, no fees, no marks. The figures from studies are not touched. The log of this server says what is wrong.
   *[other] The settings file of the clinic that runs this page has {$count} faults. Until they are mended, nothing of the clinic is shown: no name, no fees, no marks. The figures from studies are not touched. The log of this server says what is wrong.
}
clinic-about-set = {$name} runs this page. It can show its name, its fees, its usual visits and what it offers. It cannot hide an option, change a figure from a study, or mark a treatment as better.

### A lost connection

### Said while there is no connection, and where it was away so long that the server forgot what was told.

connection-away = There is no connection just now. This page works again as soon as it is back.
connection-lost = The connection was lost for a while. What you told us on other pages is gone. The concern and the options are kept, and so is what you see on this page.
connection-seen = OK
connection-wake = Wake up
connection-framed = Did no file come? The website around this page may not let it save files. Open this page in its own window and ask again there. What you told us here does not come along.
connection-alone = The website around this page lets it show this answer and nothing more.
connection-framed-open = Open in its own window
files-wait = That was many files. Please wait a minute, then ask again.
