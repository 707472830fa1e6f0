package org.opora.reports.counts.application;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.counts.domain.KeptRow;
import org.opora.reports.counts.persistence.CountRequestQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps figures with their lists, one request after the other, on one thread that ends with this
 * component: one figure in a transaction, so that nobody waits for it. What an end of the house
 * interrupted is said to have failed, and is begun again by whoever asks for it.
 */
@Component(service = Keeper.class, immediate = true)
public final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final int PATIENCE_SECONDS = 10;
  private static final int PIECE = 1000;
  private final Transactions tx;
  private final Messages messages;
  private final Clock clock;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "opora-counts");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  @Activate
  public Keeper(
      @Reference(target = "(opora.unit=reports)") Transactions tx, @Reference Messages messages) {
    this(tx, messages, Clock.systemUTC());
  }

  public Keeper(Transactions tx, Messages messages, Clock clock) {
    this.tx = tx;
    this.messages = messages;
    this.clock = clock;
    executor.execute(this::interrupted);
  }

  @Deactivate
  public void stop() throws InterruptedException {
    stopped = true;
    executor.shutdown();
    if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }

  private void interrupted() {
    try {
      tx.run(em -> new CountRequestQueries(em).counting().forEach(CountRequest::failed));
    } catch (RuntimeException fault) {
      LOG.error("Interrupted counts could not be looked for", fault);
    }
  }

  /**
   * Takes a request in hand, so that nobody else begins with it.
   *
   * @return false when it is in hand already
   */
  boolean take(UUID request) {
    return inHand.add(request);
  }

  /** It was not begun after all, or is done with. */
  void leave(UUID request) {
    inHand.remove(request);
  }

  /** Whether anybody counts for it: what merely says so was interrupted. */
  boolean counts(UUID request) {
    return inHand.contains(request);
  }

  /** Begins to keep what these statistics say of the request, which was taken in hand. */
  CompletableFuture<Void> keep(UUID request, Period period, List<Statistic> statistics) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            count(request, period, statistics);
          } catch (RuntimeException | Error fault) {
            // A bundle that goes while it is asked leaves an error rather than an exception.
            LOG.error("Counts {} could not be kept", request, fault);
            tx.run(em -> em.find(CountRequest.class, request).failed());
          } finally {
            leave(request);
          }
        },
        executor);
  }

  /**
   * A figure that waits to be kept.
   *
   * @param said what it was when it was said that there is one
   */
  private record Waiting(Statistic of, KeptFigure row, long said) {}

  private void count(UUID request, Period period, List<Statistic> statistics) {
    tx.run(em -> new CountRequestQueries(em).forget(request));
    List<Waiting> all = new ArrayList<>();
    for (Statistic statistic : statistics) {
      statistic.count(period).forEach(table -> add(all, request, statistic, table));
      progress(request, 0, all.size());
    }
    int done = 0;
    for (Waiting one : all) {
      if (stopped) {
        tx.run(em -> em.find(CountRequest.class, request).failed());
        return;
      }
      int now = ++done;
      tx.run(
          em -> {
            keep(em, one, period);
            em.find(CountRequest.class, request).goesOn(now, all.size());
          });
    }
    tx.run(em -> em.find(CountRequest.class, request).counted(clock.instant()));
  }

  private void progress(UUID request, int done, int of) {
    tx.run(em -> em.find(CountRequest.class, request).goesOn(done, of));
  }

  private void add(List<Waiting> all, UUID request, Statistic statistic, Table table) {
    Title title = title(table.title());
    for (int at = 0; at < table.rows().size(); at++) {
      Table.Row row = table.rows().get(at);
      for (int column = 0; column < row.figures().size(); column++) {
        Figure figure = row.figures().get(column);
        if (figure != null) {
          KeptFigure.Where where =
              new KeptFigure.Where(
                  request,
                  all.size(),
                  statistic.id(),
                  statistic.permission(),
                  table.code(),
                  at,
                  column,
                  row.weight());
          all.add(
              new Waiting(
                  statistic,
                  new KeptFigure(
                      where, figure, title, title(row.title()), title(table.columns().get(column))),
                  figure.amount()));
        }
      }
    }
  }

  private Title title(Text text) {
    return new Title(said("cs", text), said("pl", text), said("en", text));
  }

  private String said(String language, Text text) {
    return messages.text(Locale.forLanguageTag(language), text);
  }

  /**
   * The figure is what its list adds up to, so that the two never differ. What is written is let go
   * of piece by piece: a list may be as long as a year of the centre.
   */
  private static void keep(EntityManager em, Waiting one, Period period) {
    UUID figure = one.row().id();
    em.persist(one.row());
    em.flush();
    long sum = 0;
    UUID after = null;
    List<Counted> piece;
    do {
      piece = one.of().counted(period, one.row().figure().code(), after, PIECE);
      for (Counted counted : piece) {
        em.persist(new KeptRow(figure, counted));
        sum += counted.amount();
        after = counted.key();
      }
      em.flush();
      em.clear();
    } while (piece.size() == PIECE);
    if (sum == 0 && one.said() != 0) {
      // What brought it may have gone in the middle: a zero would stay for good.
      throw new IllegalStateException(
          "nothing is left of " + one.of().id() + " " + one.row().figure().code());
    }
    em.find(KeptFigure.class, figure).amounts(sum);
  }
}
