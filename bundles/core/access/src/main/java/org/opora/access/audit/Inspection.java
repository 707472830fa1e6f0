package org.opora.access.audit;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.opora.api.access.AuditTrail.Verdict;

/**
 * Checks a chain row by row, in constant memory. Rows come in the order of their sequence numbers;
 * the heads of earlier days are compared as their rows pass, those that move with every row at the
 * end.
 */
final class Inspection {
  private final Chain chain;
  private final Queue<Head> days = new PriorityQueue<>(Comparator.comparingLong(Head::seq));
  private long rows;
  private byte[] latest = Chain.beginning();
  private Long fault;

  /**
   * @param heads all heads, as of the beginning
   */
  Inspection(Chain chain, List<Head> heads) {
    this.chain = chain;
    heads.stream().filter(Head::ofDay).forEach(days::add);
    // The head of the running day moves on while the chain is read: it is checked at the end, like
    // the current one.
    heads.stream()
        .filter(Head::ofDay)
        .max(Comparator.comparingLong(Head::seq))
        .ifPresent(days::remove);
  }

  /** Rows behind this sequence number come next. A row below the first place is not overlooked. */
  long after() {
    return rows == 0 ? Long.MIN_VALUE : rows;
  }

  boolean intact() {
    return fault == null;
  }

  void next(SealedEvent row) {
    if (fault != null) {
      return;
    }
    long expected = rows + 1;
    if (row.seq() != expected || row.event() == null || row.mac() == null) {
      fault = expected;
      return;
    }
    byte[] link = chain.link(latest, CanonicalRecord.of(expected, row.event()));
    if (!MessageDigest.isEqual(link, row.mac())) {
      fault = expected;
      return;
    }
    rows = expected;
    latest = link;
    while (fault == null && !days.isEmpty() && days.peek().seq() <= rows) {
      check(days.poll());
    }
  }

  /**
   * @param heads all heads, as of the end
   * @param stopped whether sealing had to stop
   */
  Verdict end(List<Head> heads, boolean stopped) {
    if (fault == null && (stopped || (rows > 0 && heads.stream().noneMatch(h -> !h.ofDay())))) {
      fault = rows + 1;
    }
    heads.stream().filter(head -> !head.ofDay()).forEach(this::check);
    heads.stream()
        .filter(Head::ofDay)
        .max(Comparator.comparingLong(Head::seq))
        .ifPresent(this::check);
    days.forEach(this::check);
    return new Verdict(rows, fault == null, fault, HexFormat.of().formatHex(latest));
  }

  private void check(Head head) {
    boolean fits =
        head.seq() == rows && MessageDigest.isEqual(head.mac(), latest) && chain.holds(head);
    if (fault == null && !fits) {
      fault = head.seq() > rows ? rows + 1 : Math.max(1, rows);
    }
  }
}
