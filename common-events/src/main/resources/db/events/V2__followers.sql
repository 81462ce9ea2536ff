-- Subjects that failed for themselves: retried until attempts run out, then dead letters.
create table failed_subject (
	follower        text        not null,
	subject         uuid        not null,
	subject_version bigint      not null,
	attempts        integer     not null default 1,
	error           text        not null,
	dead            boolean     not null default false,
	failed_at       timestamptz not null,
	due_at          timestamptz not null,
	primary key (follower, subject)
);

create index failed_subject_due on failed_subject (follower, due_at) where not dead;

-- What a follower remembers between two runs: how far its filling came and since when it may have missed something.
create table follower_memory (
	follower  text not null,
	item      text not null,
	content   text not null,
	primary key (follower, item)
);
