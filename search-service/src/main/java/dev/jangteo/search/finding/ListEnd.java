package dev.jangteo.search.finding;

/** How every list ends. */
final class ListEnd {

	private ListEnd() {
	}

	static JsonBytes add(JsonBytes out, Found found) {
		out.add("],\"nextCursor\":");
		if (found.nextCursor() != null) {
			out.add('"').add(found.nextCursor()).add('"');
		}
		else {
			out.add("null");
		}
		return out.add(found.degraded() ? ",\"degraded\":true}" : ",\"degraded\":false}");
	}

}
