package dev.jangteo.events.following;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;

import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.UuidV7;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReconcilingTests extends FollowingTest {

	@Test
	void findsPlantedDriftShowsItAsAMetricAndMendsIt() {
		var kept = gadgets.make("kept");
		var missing = gadgets.make("missing");
		var older = gadgets.make("older");
		gadgets.change(older, "newer");
		var deleted = gadgets.make("deleted");
		var copied = gadgetCopy("drift");
		var following = fixture().following(copied, Map.of());
		assertThat(following.reconciling().run().left()).isZero();
		assertThat(copied.all()).isEqualTo(gadgets.all());
		assertThat(following.reconciling().run().drift()).isZero();

		var strange = UuidV7.next();
		copied.tamper("insert into %s values (?, 3, 'strange', true)", strange);
		copied.tamper("delete from %s where id = ?", missing);
		copied.tamper("update %s set version = 1, name = 'older' where id = ?", older);
		gadgets.delete(deleted);
		var report = following.reconciling().run();

		assertThat(report.examples()).containsExactlyInAnyOrder(strange, missing, older, deleted);
		assertThat(report).returns(4, Reconciling.Report::drift)
			.returns(4, Reconciling.Report::mended)
			.returns(0, Reconciling.Report::left);
		assertThat(gauge("drift", "drift")).isEqualTo(4);
		assertThat(copied.all()).isEqualTo(gadgets.all()).containsKey(kept);
		assertThat(following.reconciling().run().drift()).isZero();
		assertThat(gauge("drift", "drift")).isZero();
	}

	@Test
	void aChangeOnItsWayIsNoDrift() {
		var id = things.make("thing");
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(id));
		reconcile();
		things.change(id, "on its way");
		// The copy may or may not have it at the first look; at the second it has.
		Map<String, Object> report = reconcile();
		assertThat(report).containsEntry("drift", 0).containsEntry("left", 0);
	}

	@Test
	void operatorsSeeTheLastReport() {
		reconcile();
		List<Map<String, Object>> reports = get("/api/v1/ops/reconciliation", "$.items");
		assertThat(reports).singleElement()
			.satisfies(report -> assertThat(report).containsEntry("follower", "thing_copy"));
		assertThat(post("/api/v1/ops/reconciliation?follower=nobody")).isEqualTo(404);
	}

	@Test
	void digestsOfSqlAndJavaAgree() {
		gadgets.make("gadget");
		var index = gadgets.versionIndex();
		for (SliceDigest digest : index.digests()) {
			assertThat(SliceDigest.of(index.versions(digest.slice()))).containsExactly(digest);
		}
	}

	private Map<String, Object> reconcile() {
		var body = client().post().uri("/api/v1/ops/reconciliation?follower=thing_copy").retrieve().body(String.class);
		return JsonPath.read(body, "$.items[0]");
	}

}
