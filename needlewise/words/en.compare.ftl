### Compare, and the picker of options that it shares with other pages.

options-pick-label = Options to put side by side ({$fewest} to {$most})
options-unknown = We do not know the option “{$value}”, so it is left out.
options-too-many = Four at most. Take one away first.
options-too-few = Two at least. Add another first.

compare-change = Change the options
compare-eyebrow = Compare options for {$noun}
compare-title = {$names}: side by side
compare-lead = The same questions for each, in the same order. Tap any figure for its source. No option is marked as the winner.
compare-first-choice = To begin with you see needling, the two options studied most for this, and doing nothing. Change them above.
compare-first-label = What do you care about first?
compare-topic-what = What it is
compare-topic-works = Whether it works
compare-topic-visits = Visits
compare-topic-recovery = Recovery
compare-topic-comfort = Pain
compare-topic-harms = What can go wrong
compare-topic-cost = Cost
compare-caption = Options side by side
compare-column-question = Question

compare-q-what = What is it?
compare-q-who = Who does it?
compare-q-visits = How many visits, and how far apart?
compare-q-public = How long does it show?
compare-q-sore = How long am I sore?
compare-q-work = When is it back to normal life?
compare-q-makeup = When can I wear make-up?
compare-q-exercise = When can I exercise hard?
compare-q-sun = When can I be in the sun, with care?
compare-q-hurts = Does it hurt?
compare-q-effect = Does it work?
compare-q-people = Of 100 people, how many got better?
compare-q-harms = What can go wrong?
compare-q-skin = And on my skin tone?
compare-q-lasts = When does it show, and does it last?
compare-q-cost = What does it cost?
compare-q-sure = How sure are we?

compare-nothing-what = No treatment. You wait and see.
compare-nothing-who = Nobody needs to.
compare-nothing-days = Nothing to recover from
compare-nothing-harms = Doing nothing has no harm of its own. The problem itself may stay, ease or get worse.
compare-nothing-lasts = There is no result to wait for.
compare-nothing-cost = No fee
compare-within = within {$days}
compare-until-shows = until results show
compare-fee = {$fee} {$currency}
compare-fee-place = a visit, {$country}{$year ->
    [none] {""}
   *[other] {" "}{$year}
}
compare-fee-none = No fee found
compare-people-none = No study counts people on both sides.
compare-people-counts = {$first} did, {$rest} did not
compare-people-other = With {$other}: {$count} of 100
compare-people-event = {$event}, {$time}
compare-people-same = Both come from the same study.
compare-people-apart = These come from different studies with different people. Compare inside a block, not from block to block.
compare-differ-none = The same, as far as is known.
compare-differ-apart = They differ: lowest with {$low}, highest with {$high}, and the ranges do not meet.
compare-differ-overlap = Lowest with {$low}, highest with {$high}. But the ranges overlap: for you it may be the other way round.
compare-differ-scores = Scores come from different studies, seldom side by side.
compare-differ-fees = Fees differ from country to country and place to place. Ask for the whole course.
compare-skin-ask = Tell your skin tone on “Right for me?” and these figures follow it.
compare-blank-not_studied = Not studied
compare-blank-no_clear = Studied: no clear difference
compare-blank-worse = Studied: did worse
compare-pairs-title = Tested against each other
compare-pairs-lead = What studies found when they put two of these options in one test.
compare-pairs-none = Never tested against each other, as far as we found.
compare-pair = {$first} and {$second}
compare-nothing-sure = Not rated

skin-yes = seen in skin types {$types}, yours among them
skin-other = studied in types {$types} only, not in yours
skin-any = studied in skin types {$types}
skin-unstated = the study does not tell the skin types
