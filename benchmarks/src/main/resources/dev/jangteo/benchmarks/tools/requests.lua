-- Sends the requests of a file in turn. Arguments: the file; "unique" to give each request an Idempotency-Key of its own.
-- The file: blocks of lines "METHOD path", "token", "body" (the last two may be empty).

local threads = 0

function setup(thread)
	thread:set("number", threads)
	threads = threads + 1
end

function init(args)
	requests = {}
	local lines = {}
	for line in io.lines(args[1]) do
		lines[#lines + 1] = line
	end
	for i = 1, #lines, 3 do
		local method, path = lines[i]:match("^(%S+) (%S+)$")
		local headers = { ["Accept"] = "application/json" }
		if lines[i + 1] ~= "" then
			headers["Authorization"] = "Bearer " .. lines[i + 1]
		end
		local body = nil
		if lines[i + 2] ~= "" then
			headers["Content-Type"] = "application/json"
			body = lines[i + 2]
		end
		requests[#requests + 1] = { method = method, path = path, headers = headers, body = body }
		requests[#requests].ready = wrk.format(method, path, headers, body)
	end
	unique = args[2] == "unique"
	run = args[3] or ""
	sent = number * 7
end

function request()
	sent = sent + 1
	local next = requests[sent % #requests + 1]
	if not unique then
		return next.ready
	end
	next.headers["Idempotency-Key"] = run .. "-" .. number .. "-" .. sent
	return wrk.format(next.method, next.path, next.headers, next.body)
end
