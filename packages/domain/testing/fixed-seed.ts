import fc from 'fast-check'

// A mutant is judged by the same cases every time.
fc.configureGlobal({ seed: 719 })
