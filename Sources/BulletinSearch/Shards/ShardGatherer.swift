internal import InvertedIndex
internal import TextAnalysis

/// Answers questions about a collection that is divided into shards, exactly as one index of all of it.
///
/// It asks no shard itself: a ``GatherTask`` says what is to be asked of which, and goes on when it is told what was answered. What is
/// learned of the collection — its files, how many articles have a term — is kept for later questions.
package final class ShardGatherer {
  let shardCount: Int
  private(set) var catalogue: ShardCatalogue?
  private(set) var knowledge = GatheredKnowledge()
  private var health: [ShardHealth?]
  private var groups: [[ShardGroup]?]

  /// - Parameter shardCount: How many shards there are, at least one.
  package init(shardCount: Int) {
    self.shardCount = shardCount
    health = Array(repeating: nil, count: shardCount)
    groups = Array(repeating: nil, count: shardCount)
  }

  /// Begins to answer a request.
  package func task(_ request: GatherRequest) -> GatherTask { GatherTask(request, of: self) }

  /// The shards of which it is known what they are.
  var openShards: [Int] { (0..<shardCount).filter { health[$0] != nil && groups[$0] != nil } }

  /// What is to be asked of shards of which too little is known.
  func questionsForOpening() -> [GatherTask.Ask] {
    (0..<shardCount).flatMap { shard -> [GatherTask.Ask] in
      var asks: [GatherTask.Ask] = []
      if health[shard] == nil { asks.append(.init(shard: shard, request: ShardRequest(.health))) }
      if groups[shard] == nil {
        asks.append(.init(shard: shard, request: ShardRequest(.catalogue)))
      }
      return asks
    }
  }

  /// Makes one collection of the shards that are known.
  func open() throws {
    catalogue = try ShardCatalogue(health, groups)
    knowledge = GatheredKnowledge()
  }

  func setHealth(_ answer: ShardHealth?, ofShard shard: Int) { health[shard] = answer }
  func setGroups(_ answer: [ShardGroup]?, ofShard shard: Int) { groups[shard] = answer }
}

/// A request to a collection that is being answered.
///
/// What has to be asked of shards comes up while the request is answered. Then the answering ends, and begins anew when the shards have
/// answered: all that they have said is known then, so it comes further each time.
package final class GatherTask {
  /// What a shard is to be asked.
  package struct Ask: Equatable, Sendable {
    package var shard: Int
    package var request: ShardRequest
  }

  /// How a task goes on.
  package enum Step: Sendable {
    /// Shards are to be asked.
    case ask([Ask])
    case answer(GatherAnswer)
  }

  let request: GatherRequest
  package var requestKind: GatherRequest.Kind { request.op }
  let gatherer: ShardGatherer
  private var asked: [Ask] = []
  /// The shards that have not answered.
  private(set) var missing: Set<Int> = []
  /// What is known of terms: what the gatherer knows, unless a shard fails meanwhile.
  private(set) var knowledge: GatheredKnowledge
  private var searches: [(query: ShardQuery, named: [NumberList]?, matches: GatheredMatches)] = []
  private var rounds = 0
  private var shardTime = 0

  /// No request needs as many; who comes so far asks the same again and again.
  private static let mostRounds = 200

  init(_ request: GatherRequest, of gatherer: ShardGatherer) {
    self.request = request
    self.gatherer = gatherer
    knowledge = gatherer.knowledge
  }

  /// What is to be done next.
  package func next() -> Step {
    do {
      var answer = try GatheredAnswers(self).answer()
      answer.missing = missing.sorted()
      (answer.rounds, answer.shardTime) = (rounds, shardTime)
      return .answer(answer)
    } catch let need as GatherNeed {
      guard rounds < Self.mostRounds else {
        return .answer(
          GatherAnswer(
            ShardProblem(code: "rounds", message: "the shards were asked too often"),
            op: request.op))
      }
      rounds += 1
      asked = need.asks
      return .ask(need.asks)
    } catch {
      var answer = GatherAnswer(ShardProblem(error), op: request.op)
      answer.missing = missing.sorted()
      return .answer(answer)
    }
  }

  /// Takes in what was answered to the last ``Step/ask(_:)``, in its order; nil where a shard has not answered.
  package func take(_ answers: [ShardAnswer?]) {
    shardTime += answers.compactMap { $0?.elapsed }.max() ?? 0
    var isIncomplete = false
    var problem: ShardProblem?
    for (ask, answer) in zip(asked, answers) {
      guard let answer, answer.version == ShardAnswer.version || answer.error != nil else {
        missing.insert(ask.shard)
        isIncomplete = true
        continue
      }
      if let error = answer.error { problem = problem ?? error }
    }
    failure = problem
    // Of a shard that fails, nothing is kept: an answer has all of it or nothing. What others have said of terms now is not what is
    // known of them for later.
    if isIncomplete {
      searches = []
      knowledge = GatheredKnowledge()
    }
    guard problem == nil else { return }
    let answered = zip(asked, answers).filter { ask, answer in
      answer != nil && !missing.contains(ask.shard)
    }
    for (ask, answer) in answered {
      switch ask.request.op {
      case .health: gatherer.setHealth(answer?.health, ofShard: ask.shard)
      case .catalogue: gatherer.setGroups(answer?.catalogue, ofShard: ask.shard)
      case .search:
        guard let query = ask.request.query, let found = answer?.search,
          let search = searches.first(where: {
            query.naming($0.named?[ask.shard]) == query && query.naming(nil) == $0.query
          })
        else { continue }
        search.matches.add(found, ofShard: ask.shard, to: ask.request.questions)
      case .frequencies, .vocabulary: break
      }
    }
    guard !isIncomplete else { return }
    if let terms = asked.first?.request.terms {
      knowledge.add(answered.compactMap { $1?.frequencies }, of: terms)
    }
    if let questions = asked.first?.request.vocabulary {
      knowledge.add(answered.compactMap { $1?.vocabulary }, to: questions)
    }
  }

  /// What a shard has refused.
  private(set) var failure: ShardProblem?

  /// The shards that are asked.
  var shards: [Int] { gatherer.openShards.filter { !missing.contains($0) } }

  /// The matches of a query, of which shards may have told something already.
  func matches(
    _ query: ShardQuery, _ named: [NumberList]?, _ plan: QueryPlan, _ catalogue: ShardCatalogue
  ) -> (matches: GatheredMatches, isNew: Bool) {
    if let known = searches.first(where: { $0.query == query && $0.named == named }) {
      return (known.matches, false)
    }
    let matches = GatheredMatches(plan, catalogue, shards: shards)
    searches.append((query, named, matches))
    return (matches, true)
  }

  /// Leaves out shards of which nothing was known from the beginning.
  func addMissing(_ shards: some Sequence<Int>) { missing.formUnion(shards) }
}

/// What has to be asked of shards before an answer can be given.
struct GatherNeed: Error {
  var asks: [GatherTask.Ask]
}

extension ShardProblem {
  /// Why a request cannot be answered, for programs.
  package init(_ error: any Error) {
    switch error {
    case let problem as ShardProblem: self = problem
    case let error as ShardError:
      switch error {
      case .badOption(let name):
        self.init(code: "option", message: "the option \(name) cannot have this value")
      case .badRequest(let key):
        self.init(code: "request", message: "the request lacks \(key), or it cannot be read")
      case .missingStatistics:
        self.init(code: "statistics", message: "the frequencies lack a term of the query")
      case .differentShards(let what):
        self.init(
          code: "shards",
          message:
            "the shards are not of one collection: they differ in \(what); index them together")
      case .badAnswer(let shard, let reason):
        self.init(code: "answer", message: "shard \(shard) has answered: \(reason)")
      case .noAnswer: self.init(code: "no_answer", message: "no shard has answered")
      }
    case let error as QueryError:
      switch error {
      case .nothingToSearch(let query):
        self.init(
          code: "empty_query", message: "there is nothing to search for", detail: query)
      }
    case let error as ArticleFilterError:
      switch error {
      case .noIssue(let text):
        self.init(code: "no_issue", message: "there is no issue \(text)", detail: text)
      case .noTotal(let text):
        self.init(code: "no_total", message: "\(text) is no number of issues", detail: text)
      case .emptyName(let text):
        self.init(code: "empty_name", message: "\(text) names nothing", detail: text)
      }
    default: self.init(code: "failure", message: "\(error)")
    }
  }
}

extension ShardProblem: Error {}
