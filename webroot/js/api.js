// Asking the server. A refusal arrives as an RFC 9457 problem and is thrown with what it says.

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.parameter = problem.parameter;
  }
}

export async function get(path, parameters, signal) {
  const query = new URLSearchParams(parameters ?? {}).toString();
  const response = await fetch(query ? `${path}?${query}` : path, {
    headers: {Accept: "application/json"},
    signal,
  });
  if (response.ok) return response.json();
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // no JSON: something between us and the server answered
  }
  throw new ApiError(response.status, problem);
}

let registry = null;

/** The registry of metrics by id; fetched once. Without it labels are shown as printed. */
export async function metrics() {
  registry ??= get("/api/metrics").then(
    (answer) => new Map(answer.metrics.map((metric) => [metric.id, metric])),
    () => {
      registry = null;
      return new Map();
    });
  return registry;
}
