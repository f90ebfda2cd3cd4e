### The take-home: the page, the PDF, the link and the code. Figures come from data/ and from what the person chose.

## The page

take_home-eyebrow = Take home, {$noun}
take_home-title = A page or two to read in peace, and to talk over
take_home-lead = Choose what goes in. What you see below is what you get.
take_home-parts-title = What goes in
take_home-parts-label = Parts of the page
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
take_home-private = What you write stays in this visit. It is not saved, not sent, and not in the link.
take_home-health = “Cautions to raise” holds what you ticked about your health. Leave it out if someone else may find the paper.
take_home-signs-lost = Some signs cannot be printed in the PDF. A question mark stands in their place.
take_home-paper = Paper
take_home-paper-a4 = A4
take_home-paper-us-letter = US Letter
take_home-download = Get the PDF
take_home-file-name = needlewise-{$concern}-{$date}.pdf
take_home-preview-title = What it says
take_home-link-title = Open it again
take_home-link-lead = This link and this code open the same comparison. They hold the concern and the options, and nothing you told about your health.
take_home-link-words = Open the comparison
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
take_home-doc-clinic = At {$name}, by its own word
take_home-doc-strips = After one visit, day by day
take_home-doc-pairs = Better, or not better
take_home-doc-pairs-lead = Each block is 100 people in a study. Filled marks are those who got there.
take_home-doc-plan = My dates
take_home-doc-priorities = What matters to me
take_home-doc-cautions = Cautions to raise
take_home-doc-cautions-lead = From what I ticked. Talk about each before you book.
take_home-doc-skin = Marks on skin like mine
take_home-doc-signs = See a doctor first
take_home-doc-questions = Questions to ask
take_home-doc-questions-lead = They come from what the studies leave open and from what I told.
take_home-doc-own = My own questions
take_home-doc-note = Note by the practitioner
take_home-doc-rest = Take your time
take_home-doc-rest-lead = Nobody has to choose today. Sleep on it, read this again, and talk it over with someone you trust. You can change your mind until it is done, and doing nothing is one of the options.
take_home-doc-sources = Sources
take_home-doc-sources-lead = The small numbers in the text stand for these.
take_home-doc-link = Open it again
take_home-doc-link-lead = Scan the code, or type the address. It shows the comparison and nothing about me.
take_home-doc-pages = Page {$page} of {$pages}
take_home-doc-author = Needlewise
take_home-doc-logo = Logo of {$name}
take_home-and-others = {$first} and others
take_home-strip-marker = {$marker}: {$days}
take_home-skin-line = {$treatment}, {$harm}: {$rate}, {$studied}.
take_home-as-with = {$name} (as with {$part})
take_home-caution-answer = {$answer}: {$names}.
take_home-caution-reason = {$names}: {$reason}
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
