package dev.jangteo.review.reviews;

import java.util.UUID;

import dev.jangteo.review.reviews.Review.Author;
import dev.jangteo.review.stream.Changes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes everything that names or describes an author out of his reviews. Stars stay.
 */
@Service
public class EraseAuthor {

	private static final int BATCH = 50;

	private final Reviews reviews;

	private final JdbcClient jdbc;

	private final Changes stream;

	private final TransactionOperations transactions;

	EraseAuthor(Reviews reviews, JdbcClient jdbc, Changes stream, TransactionOperations transactions) {
		this.reviews = reviews;
		this.jdbc = jdbc;
		this.stream = stream;
		this.transactions = transactions;
	}

	/**
	 * Erases, in short transactions.
	 * @param last is done together with the last of them: whoever writes as this author
	 * comes before, and is erased, or after, and sees it
	 */
	public void erase(UUID member, Runnable last) {
		var isDone = false;
		while (!isDone) {
			isDone = Boolean.TRUE.equals(transactions.execute((_) -> eraseSome(member, last)));
		}
	}

	private boolean eraseSome(UUID member, Runnable last) {
		reviews.lockAuthor(member);
		var some = reviews.ofAuthor(member, BATCH);
		reviews.lockAll(some).forEach(this::erase);
		some.forEach(this::forget);
		if (some.size() < BATCH) {
			jdbc.sql("delete from helpful_marks where member_id = ?").param(member).update();
			jdbc.sql("delete from reports where member_id = ?").param(member).update();
			last.run();
			return true;
		}
		return false;
	}

	private void erase(Review review) {
		stream.forget(review.id(), StreamRecord.PERSONAL);
		reviews.change(review, review.with(Author.ERASED).with(review.content().erased()), "erased");
	}

	// Also whose a deleted one was.
	private void forget(UUID id) {
		if (jdbc.sql("update reviews set member_id = null where id = ? and member_id is not null")
			.param(id)
			.update() > 0) {
			stream.forget(id, StreamRecord.PERSONAL);
		}
	}

}
