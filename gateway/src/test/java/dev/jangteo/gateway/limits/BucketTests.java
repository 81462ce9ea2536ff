package dev.jangteo.gateway.limits;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.limits.LimitSettings.Allowance;

import static org.assertj.core.api.Assertions.assertThat;

class BucketTests {

	private static final long SECOND = 1_000_000_000L;

	private final Bucket bucket = new Bucket(new Allowance(10, 800), 64, 0);

	@Test
	void leasesMoreToABusyCallerUpToItsBound() {
		var now = 0L;
		var asked = 0;
		for (var i = 0; i < 20; i++) {
			asked = lease(bucket, now, true);
			for (var j = 1; j < asked; j++) {
				assertThat(bucket.take(now)).isEqualTo(Bucket.ALLOWED);
			}
			assertThat(bucket.take(now)).isEqualTo(Bucket.ASK);
			now += 1000;
		}
		assertThat(asked).isEqualTo(64);
		assertThat(bucket.ask(now + SECOND).tokens()).isEqualTo(1);
	}

	@Test
	void neverLeasesMoreThanAnEighthOfTheBurst() {
		var small = new Bucket(new Allowance(10, 16), 64, 0);
		for (var i = 0; i < 10; i++) {
			assertThat(lease(small, i, false)).isLessThanOrEqualTo(2);
		}
	}

	@Test
	void forfeitsWhatIsNotUsedWithinASecond() {
		bucket.answered(bucket.ask(0), 5, 0, true, 0);
		assertThat(bucket.take(SECOND / 2)).isEqualTo(Bucket.ALLOWED);
		assertThat(bucket.take(2 * SECOND)).isEqualTo(Bucket.ASK);
	}

	@Test
	void letsOnlyOneAskForManyAndGrowsWhileOthersAskForOne() {
		lease(bucket, 0, false);
		var first = bucket.ask(1);
		var other = bucket.ask(1);
		assertThat(first).isEqualTo(new Bucket.Asking(2, true));
		assertThat(other).isEqualTo(new Bucket.Asking(1, false));
		bucket.answered(first, 2, 0, true, 2);
		assertThat(bucket.ask(3).tokens()).isEqualTo(4);
	}

	@Test
	void remembersARefusalUntilThereIsATokenAgain() {
		assertThat(bucket.answered(bucket.ask(0), 0, SECOND / 10, true, 0)).isEqualTo(SECOND / 10);
		assertThat(bucket.take(SECOND / 20)).isEqualTo(SECOND / 20);
		assertThat(bucket.take(SECOND / 5)).isEqualTo(Bucket.ASK);
	}

	private static int lease(Bucket bucket, long now, boolean take) {
		var asking = bucket.ask(now);
		assertThat(bucket.answered(asking, asking.tokens(), 0, take, now)).isEqualTo(Bucket.ALLOWED);
		return asking.tokens();
	}

	@Test
	void keepsTheSameAllowanceWithoutRedis() {
		for (var i = 0; i < 800; i++) {
			assertThat(bucket.takeLocally(0)).isEqualTo(Bucket.ALLOWED);
		}
		assertThat(bucket.takeLocally(0)).isEqualTo(SECOND / 10);
		assertThat(bucket.takeLocally(SECOND / 10)).isEqualTo(Bucket.ALLOWED);
	}

}
