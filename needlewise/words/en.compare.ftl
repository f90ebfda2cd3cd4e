### Compare, and the picker of options that it shares with other pages.

options-pick-label = Options to put side by side ({$fewest} to {$most})
options-unknown = We do not know the option “{$value}”, so it is left out.
options-too-many = Four at most. Take one away first.
options-too-few = Two at least. Add another first.
