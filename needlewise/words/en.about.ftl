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
about-rule-suitability-words = Each caution comes from a published source and says: go ahead, ask first, or not now. What you tick is compared with the cautions of each option. Where no source says anything, we say that, and never that it is fine.
about-rule-priorities = How fit is worked out
about-rule-priorities-words = You say how much each step matters, from the worst to the other end on the table. Each option gets a share of each step. Because the studies give ranges, we try thousands of values from them and count how often each option comes first, second and so on. What is not known widens the result. Cautions stay outside the sum.
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
about-limits-age = Half of our texts read easily at the age of fourteen or younger, by the Flesch-Kincaid measure. A test holds us to that. Verdicts are harder.

## Money, review, the rest

about-payers-title = Who pays
about-payers-none = Nobody paid to be in it, to be left out or to be put first. There is no advertising and no commission.
about-payers-clinic = A clinic may run this page for its clients. A clinic earns when you choose a treatment. It can add its name, its fees and which options it offers. It cannot change a figure or a verdict, or hide an option.
about-review-title = Date and review
about-review-date = The evidence was last gathered in {$date}. This is version {$version}.
about-review-due = It is due for review every {$months} months, next by {$due}.
about-review-policy = A review repeats the search, reads new and changed sources, mends the rows, and lists each change with its reason. A fault that is reported is mended sooner. When a review is late, every page says so.
about-privacy-title = Your privacy
about-privacy-words = There is no account and no cookie for advertising. The concern and the options you pick stand in the address, so that you can come back. What you tick about your health stays in this browser tab's session: it is never in the address, never stored, and gone when you close the tab. Nothing is asked of any other computer than the one that serves this page.
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
    .how = “Better, or not better” and “What can go wrong”, where studies counted people.
about-ipdas-K4 = Says whom the chances come from
    .how = The number of people and the part of them stand with each finding.
about-ipdas-K5 = Counts people, not ratios
    .how = Of 100 people. For harms under one in 100, of 100,000.
about-ipdas-K6 = Says over what time
    .how = The time stands in each sentence, or that it was not stated.
about-ipdas-K7 = The same time for every option
    .how = The studies measured at different times. We show each time, but cannot make them the same.
about-ipdas-K8 = Shows numbers in more than one way
    .how = As a sentence, as marks of 100, as pictures and as tables.
about-ipdas-K9 = Words that do not push
    .how = Both sides are always said: “30 did, 70 did not”.
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
