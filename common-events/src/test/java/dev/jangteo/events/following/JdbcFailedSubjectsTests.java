package dev.jangteo.events.following;

class JdbcFailedSubjectsTests extends FailedSubjectsContract {

	@Override
	FailedSubjects store() {
		return new JdbcFailedSubjects(jdbc, PACE);
	}

	@Override
	FollowerMemory remembering() {
		return new JdbcFollowerMemory(jdbc);
	}

}
