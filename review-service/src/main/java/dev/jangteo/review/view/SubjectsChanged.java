package dev.jangteo.review.view;

import java.util.Set;

/** What is shown of these has changed. */
record SubjectsChanged(Set<Subject> subjects) {
}
