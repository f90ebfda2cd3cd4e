### What matters to me: every word of the page. Figures come from data/ and from what the person said.

## The page

priorities-eyebrow = What matters to you, for {$noun}
priorities-open = Pick what matters to you, and see which options fit it.
priorities-open-more = There is no right answer. You say what counts; the figures come from the studies.
priorities-answer = {$first} has the highest overall fit with what you said: {$fit} of 100.
priorities-answer-second = {$count ->
    [one] {$second} comes next with {$fit}.
   *[other] {$second} come next with {$fit} each.
}
priorities-answer-places = In 100 tries, {$first} came first {$count} times.
priorities-answer-wider = {$other} came first more often ({$count} times), although its overall fit is lower: less is known about it, so its result swings more.
priorities-answer-tie = {$names} have the same overall fit with what you said: {$fit} of 100.
priorities-tries-note = A try uses one number from each range in the studies. We made {$draws} tries and show them as 100.
priorities-fit-not-choice = A fit is not advice. It only adds up what you said.
priorities-privacy = Your answers stay in this visit. They are not in the address, and nothing is stored.
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
priorities-order-lead = Put the step you would want most on top. It counts 100. Then give each other step points beside it: 50 means it matters half as much. 0 means it does not matter.
priorities-order-drawn = As long as you give no points, we try all numbers that keep your order.
priorities-step = From {$worst} to {$best}
priorities-up = Move “{$name}” up
priorities-down = Move “{$name}” down
priorities-points = Points for “{$name}”
priorities-give = Give points
priorities-points-first = 100 points
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
priorities-cost-note = Fee of one visit times the usual visits. Few fees are known, and most are second-hand.
priorities-nothing-improvement = This is what every other option is measured against.
priorities-missing-improvement = Not tested against a dummy or doing nothing
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
priorities-about-downtime = For all visits together.
priorities-about-comfort = By the scores people gave, from 0 to 10.
priorities-about-harm = Of 100 people, over a usual course.
priorities-about-cost = For a usual course.
priorities-about-own = By your own scores.

## Results

priorities-fits-title = How each option fits what you said
priorities-fits-lead = Further right fits better. Dot: the overall fit. Bar: where 80 of 100 tries fell. A long bar means that less is known.
priorities-fits-alt = Overall fit with what you said, 0 to 100. {$list}.
priorities-fits-axis-low = 0: worst end of everything
priorities-fits-axis-high = 100: other end
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
priorities-change-none = No change to the points of one single thing would put another option on top.
priorities-lines-title = How each option lines up
priorities-lines-lead = Left is the worst on the table, right is the other end. The bar is the range in the studies. A striped bar means that nothing is known, so it could be anything.
priorities-lines-all = Pick things that matter above to weigh them. This is what is known about each.
priorities-share = Counts {$share} of 100.
priorities-share-about = Counts about {$share} of 100.
priorities-apart-title = Not weighed: not now
priorities-apart-lead = You told us about something that speaks against these for now. No points can outweigh that.
priorities-harm-mixed = Not the same unwanted effect for every option: {$names}.
priorities-left-out = Direct comparisons of two treatments are not in this sum. They are on Compare.

## Method

priorities-method-title = How this is worked out
priorities-method-swing = You weigh the step from the worst to the other end among the options shown, not the thing in general. This is called swing weighting. If the options change, the steps change too.
    .title = Steps and points
priorities-method-draws = Each try draws one number from each range, adds everything up with your points, and puts the options in order. We make {$draws} tries, always from the same start, so the same answers give the same result. This is called stochastic multicriteria acceptability analysis (SMAA).
    .title = Tries
priorities-method-improvement = One scale for all: against a dummy treatment, doing nothing or usual care. The size words give the place: slightly 1, noticeably or moderately 2, much 3; worse is below 0. Where only the direction is known it may be any size. Then it is widened: by half a step for high certainty, one for moderate, two for low, four for very low. Not tested means the whole scale, from much worse to much better. These widths are our own rule.
    .title = Improvement
priorities-method-certainty = One to four dots, as everywhere on this site. Not tested counts no dots: that is known, not missing. Doing nothing is not rated, so it may be anything from 0 to 4.
    .title = Certainty
priorities-method-harm = From the lowest to the highest rate, with room for chance when few people were counted (Wilson’s 95 of 100 range). A rate per visit could mean the same people each time, or others each time; both ends are kept.
    .title = Unwanted effects
priorities-method-missing = A missing figure never counts as 0. It may be anything that any option for this concern has, so it makes the bar longer.
    .title = Missing figures
priorities-answer-oftener = {$other} came first more often ({$count} times), although its overall fit is lower.
