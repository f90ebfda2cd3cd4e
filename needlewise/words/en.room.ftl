### In the room: one message on each screen, for a practitioner and a client together.

room-enter = In the room
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
room-visit-message = This is what you would feel and see with {$names}.
room-recovery-message = How often you come, and how long you need after it.
room-recovery-message-skin = A usual course of {$treatment} takes {$days} {$days ->
    [1] day
   *[other] days
} off in all{$range ->
    [yes] ; it can be {$low} to {$high}
   *[no] {""}
}.
room-recovery-message-pain = A usual course of {$treatment} brings {$days} sore {$days ->
    [1] day
   *[other] days
} in all{$range ->
    [yes] ; it can be {$low} to {$high}
   *[no] {""}
}.
room-works-message = What the studies say about {$names}.
room-harms-message = What can go wrong with {$names}.
room-matters-message = What counts most for you?
room-matters-told = This is what you said counts for you.
room-home-message = Take your time. You do not have to choose today.
room-skin-told = For skin type {$type}, where a study looked at it.
room-skin-not-told = Tap your skin type to see the figures for it.
room-skin-short-1 = I · very fair
room-skin-short-2 = II · fair
room-skin-short-3 = III · light beige
room-skin-short-4 = IV · olive
room-skin-short-5 = V · brown
room-skin-short-6 = VI · dark brown
room-skin-short-0 = Not sure
room-of-100 = Of 100 people:
room-home-summary = A summary on paper or by link: what you saw, the numbers and how sure they are.
room-home-questions = Your own questions, for today or for next time.
room-home-time = A night's sleep on it. This view opens again at home.
room-said-points = {$points ->
    [one] 1 point
   *[other] {$points} points
}
room-strip-alt = After one visit: {$days}.
room-open-plan = Put it on my dates
room-open-suitability = Answer “Right for me?”
room-open-priorities = Weigh what matters to me
room-open-take_home = Choose what to take home
room-open-evidence = Look at the evidence

## The practitioner's side note

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
room-cleared-link = Start with the next client
room-forget = Clear now
