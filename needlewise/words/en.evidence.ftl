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
evidence-count-not_supported = {$count} not supported
evidence-basis = {$findings} findings from {$sources} sources stand behind this product. Here you can check them all.
evidence-part = What to check
evidence-part-brochure = Promises
evidence-part-map = Map
evidence-part-findings = All findings
evidence-part-sources = Sources

## Promises

evidence-brochure-title = The eleven promises, checked
evidence-brochure-lead = What is promised, the verdict for each topic, and the findings for and against it. Tap a finding for its source. Promises that touch {$concern} come first.
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
evidence-not-rated = Rates and days only, so not rated
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
evidence-risk-rate = {$harm}: {$low} of 100 {$unit} had it, {$rest} did not ({$population})
evidence-risk-none = {$harm}: nobody had it ({$population})
evidence-risk-listed = {$harm}: reported, without a rate ({$population})
evidence-risk-population-all = all who were treated
evidence-days = {$treatment}: {$days} until {$milestone}
evidence-rule-title = The rule behind this
evidence-weigh = {$pro ->
    [0] Nothing for it
    [one] One finding for it
   *[other] {$pro} findings for it
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
rule-short-verdict = The findings that bear on this promise, the surest first.
rule-verdict = People read the sources and choose the word. The findings set how far it may go. “Well supported” needs a comparison with high or moderate certainty for it, and none against it. “Partly” needs any finding for it. With only open findings, or none, “weakly” is the most. “Not supported” needs no finding for it, or a comparison against it that is at least as sure. Findings come from the sources named for the verdict. Harms also come from every other source about the same concern. A tie with a laser leaves a promise open, unless the promise itself compares; a tie with pretend or no treatment speaks against it. “Lasting” counts only findings beyond {$weeks_short} weeks. “Short recovery” means up to {$downtime_moderate} days. A test stops us when a word and its findings part.
    .title = How a promise gets its verdict

## Map

evidence-map-title = Where the evidence is, and where it is missing
evidence-map-lead = Each row is a concern, each column an option. Tap a bubble to read its findings.
evidence-map-group-pain = Pain and movement
evidence-map-group-skin = Skin and hair
evidence-map-gaps = Nothing was found for {$gaps} of {$cells} pairs.
evidence-map-key-area = Bigger bubble: more people studied, in the largest source. {$most} people or more look the same.
evidence-map-key-colour = Fuller colour: surer. The word below it says how sure.
evidence-map-key-better = better than nothing, or than what it was compared with
evidence-map-key-worse = worse
evidence-map-key-same = little or no difference
evidence-map-key-no_clear = no clear difference
evidence-map-key-disagree = studies disagree
evidence-map-key-blank = Ring without a mark: studied, but not in a way that can speak. Empty: nothing found.
evidence-map-people = {$people} people
evidence-map-people-unknown = number of people not given
evidence-map-cell = {$concern}, {$treatment}: {$words} {$certainty}. {$people}.
evidence-map-cell-blank = {$concern}, {$treatment}: {$blank} {$people}
evidence-map-state-before_after = Only before-and-after studies, with no comparison group.
evidence-map-state-indirect = Only compared in other people, or in a mix of treatments.
evidence-map-state-none = Nothing found.
evidence-map-short-before_after = no group
evidence-map-short-indirect = mixed
evidence-map-short-none = none
evidence-map-high = high
evidence-map-moderate = mod.
evidence-map-low = low
evidence-map-very_low = v. low
evidence-map-none = Nothing found: {$names}.
evidence-map-twin-concern = Concern
evidence-map-twin-direction = What speaks
evidence-map-twin-people = Most people in one source
evidence-map-twin-findings = Findings
evidence-map-read = read them
rule-short-map = The finding that speaks on Explore, and the most people in one source.
rule-map = A bubble shows the finding that speaks for this option on the Explore page: against a pretend treatment, nothing or usual care if there is one, else against needling. Its size is the number of people in the largest single source, because reviews share trials and cannot be added up. Only what people come for is counted, not pain during treatment or time off.
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
    [0] No finding is like this. Widen one of the choices.
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
    [0] No source is like this. Widen one of the choices.
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
evidence-table-aftercare = Aftercare
evidence-table-costs = Fees
evidence-table-regulator = What regulators say
evidence-table-concerns = About the concern
evidence-table-treatments = About the treatment
evidence-table-mcid = Smallest difference people notice
evidence-table-thresholds = Limits in our rules
