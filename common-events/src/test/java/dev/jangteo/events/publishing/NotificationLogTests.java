package dev.jangteo.events.publishing;

import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.things.ThingsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ThingsTest
class NotificationLogTests {

	@Autowired
	NotificationLog log;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	JdbcClient jdbc;

	UUID subject = UuidV7.next();

	@Test
	void refusesAnAppendOutsideOfATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> log.append("gadget", "changed", subject, 1));
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> log.appending());
		assertThat(rows()).isZero();
	}

	@Test
	void leavesNothingAfterARollback() {
		transactions.executeWithoutResult(status -> {
			log.append("gadget", "changed", subject, 1);
			status.setRollbackOnly();
		});
		assertThat(rows()).isZero();
	}

	@Test
	void keepsWhatWasCommitted() {
		transactions.executeWithoutResult(_ -> log.append("gadget", "changed", subject, 1));
		assertThat(rows()).isOne();
	}

	@Test
	void refusesAnAggregateNobodyDeclared() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> transactions.executeWithoutResult(_ -> log.append("unheard", "changed", subject, 1)));
	}

	@Test
	void refusesAChangeThatIsNoName() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> transactions.executeWithoutResult(_ -> log.append("gadget", "a change", subject, 1)));
	}

	@Test
	void appendsThroughSqlToo() {
		transactions.executeWithoutResult(_ -> jdbc.sql("select append_notification('gadget', 'made', ?, 1, ?)")
			.params(subject, log.appending())
			.query(Long.class)
			.single());
		assertThat(rows()).isOne();
	}

	private long rows() {
		return jdbc.sql("select count(*) from notification_log where subject = ?")
			.param(subject)
			.query(Long.class)
			.single();
	}

}
