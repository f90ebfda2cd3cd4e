### The Plan page: a course on real dates.

plan-eyebrow = Your dates, {$noun}
plan-inputs-title = Your dates
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
plan-note-away = We could not read “{$value}” as a date, so we left it out.

plan-answer-fits = {$count ->
    [one] {$names} fits
   *[other] {$names} fit
}
plan-answer-luck = {$count ->
    [one] {$names} fits with luck
   *[other] {$names} fit with luck
}
plan-answer-no = {$count ->
    [one] {$names} does not fit
   *[other] {$names} do not fit
}
plan-answer-unknown = for {$names} it is not known
plan-answer-event = Ready by {$day}: {$parts}.
plan-answer-open = From {$first} on, {$treatment} usually takes until {$last} for {$count ->
    [one] its one visit
   *[other] its {$count} visits
}.
plan-answer-open-home = {$treatment} is done at home. No visits need a date.
plan-answer-open-unknown = No source gives enough to put {$treatment} on dates.
plan-answer-open-impossible = Your calendar leaves no days for {$treatment}.
plan-answer-result = Studies had measured a result by {$day}.
plan-answer-result-none = No study says when a result shows.
plan-answer-means = “Fits” means ready in at least 90 of 100 courses that we worked out. “With luck” means in 10 to 89 of 100. Ready means: last visit done, {$group ->
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
plan-table-lead = Each option ran through 20,000 worked-out courses. Their visits, recovery and time to a result vary as in the studies. The large date is the one that 50 of 100 courses reach.
plan-column-verdict = Ready in time?
plan-column-done = Last visit
plan-column-healed-skin = No longer marked
plan-column-healed-pain = No longer sore
plan-column-shown = Result measured
plan-column-ready = All of it
plan-verdict-fits = Fits
plan-verdict-luck = Fits with luck
plan-verdict-no = Does not fit
plan-verdict-unknown = Not known
plan-verdict-none = Nothing to plan
plan-of-100 = Ready in {$yes} of 100 courses, not ready in {$no}
plan-by-then = {$yes} of 100 by your day, {$no} not
plan-fits-from = It would fit a day from {$day} on.
plan-fits-never = No day within ten years would fit.
plan-start-by = Still fits if you start by {$day}.
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
   *[pain] No source says how long it is sore.
}
plan-gap-result = No study says when a result shows.
plan-gap-length = No source gives the usual course, so a result cannot be put on a date with your own numbers.
plan-impossible = Your calendar leaves no room for {$visits ->
    [one] one visit
   *[other] {$visits} visits
} within ten years. {$days ->
    [0] Allow more weekdays or keep fewer days free.
   *[other] After each visit we keep {$days} days clear, the longest in the studies. Allow more weekdays or keep fewer days free.
}
plan-warned-more_visits = More visits than any study we found used ({$range}).
plan-warned-fewer_visits = Fewer visits than any study we found used ({$range}).
plan-warned-closer = Closer together than any study we found ({$range} days).
plan-warned-farther = Farther apart than any study we found ({$range} days).
plan-warned-single = Some courses had up to {$high} visits. Nobody says how far apart, so we count one.
plan-warned-one_recovery = Only one figure for recovery is known, so its spread is missing here.
plan-warned-one_result = Only one figure for the time to a result is known, so its spread is missing here.
plan-warned-free_unsure = How long it {$group ->
    [skin] shows
   *[pain] is sore
} is not known, so we could only keep the visits themselves off your free days.

plan-strip-title = Your calendar
plan-strip-lead = One strip for each option. Each mark is a visit. The bar below it shows how long {$group ->
    [skin] it shows
   *[pain] it is sore
}: the darker, the more likely. The lower band is when studies had measured a result. Its line is the date that half of the courses reach.
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
plan-column-off-pain = Sore days in all
plan-column-sun = Keep out of the sun until
plan-hours = {$number} {$count ->
    [one] hour
   *[other] hours
}
plan-minutes = {$number} minutes
plan-chair-unknown = No source gives the minutes.
plan-sun-until = {$usual}
plan-sun-longest = up to {$longest}
plan-sun-no-date = {$days} after the last visit

plan-after-title = After each visit
plan-after-lead = Days after a visit until each of these, usual and longest, and the dates after your last planned visit.
plan-after-none = No source we found gives days for what comes after.
plan-after-twin = {$treatment}: show
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
plan-ics-minutes = A visit takes {$minutes} minutes.
plan-ics-care = Afterwards:
plan-ics-care-line = - {$instruction}
plan-ics-care-until = - {$instruction} (until {$day})
plan-ics-sources = Sources: {$sources}
plan-ics-weak = typical clinic advice, not a study
plan-ics-disclaimer = This is information, not medical advice. Do what the person who treats you says.
plan-ics-result = {$treatment}: by about now studies had measured a result
plan-ics-result-note = Studies measured a result between {$from} and {$to}, counted from the first visit.

plan-rules-title = How this plan is made
plan-rule-visits = The first visit is on the first day that suits. Each further one is on the first suitable day after the spacing. A day does not suit when its weekday is not yours, when it is a day you keep free, or when the longest recovery in the studies would reach into such a day. Your event counts as a day to keep free.
    .title = Visits
plan-rule-result = Studies count a result from the first visit, so we do too. If your dates or your own numbers make the course longer than in the studies, the result comes later by as many days. Studies look at fixed times: the result may have shown earlier, or not at all.
    .title = Result
plan-rule-chance = Each figure varies between the lowest and the highest in the studies, with the usual one as the most likely. This is the PERT rule: the mean is the lowest, plus four times the usual, plus the highest, divided by six. We work out 20,000 courses, the same ones each time. They know only what the studies report. Illness, a full diary or slow healing come on top.
    .title = How likely
plan-rule-words = Fits: at least 90 of 100 courses. With luck: 10 to 89 of 100. Does not fit: fewer than 10. Where no study gives a part of it, the answer is “not known”, unless the known parts alone already come too late.
    .title = The words
rule-short-plan = Visits on days that suit, with the studies' spacing, recovery and time to a result.
rule-short-plan_sun = Days after a visit until sun is allowed with care, counted from the last visit.
rule-short-plan_chair = Planned visits times the minutes of one visit.
