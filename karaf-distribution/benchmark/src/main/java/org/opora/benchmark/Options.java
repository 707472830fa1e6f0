package org.opora.benchmark;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opora.benchmark.measure.Operation;

/**
 * What is measured, and for how long.
 *
 * @param people people in the register while pages are measured
 * @param manyPeople people in the larger register that is only searched; 0 leaves this out
 * @param measured how long each figure is measured in each round
 * @param rounds how often floor and product take turns
 * @param rest how long the product rests before its memory is read
 * @param importRows rows of the register that is imported
 * @param agreements agreements in the centre that remembers ten years
 * @param parts parts of the measurement
 * @param operations which pages
 * @param clients how many ask at once, in this order
 * @param publish whether the table goes into docs/benchmarks.md, too
 */
public record Options(
    int people,
    int manyPeople,
    Duration measured,
    int rounds,
    Duration rest,
    int importRows,
    int agreements,
    List<String> databases,
    List<Part> parts,
    Set<Operation> operations,
    List<Integer> clients,
    boolean publish) {
  static final String USAGE =
      """
      Usage: run [options]
        --people N              people in the register (100000)
        --many-people N         people in the larger register that is only searched (1000000; 0: leave out)
        --seconds S             seconds for each figure in each round (5)
        --rounds R              turns of floor and product (3)
        --rows N                rows of the register that is imported (10000)
        --agreements N          agreements in the centre that remembers ten years (500)
        --databases derby,postgresql
        --only life,import,pages,search,statistic,duties-centre
        --operations search,search_all,open,duties,save
        --clients 1,8,32
        --quick                 small figures for everything: does it work?
        --campaign              60 seconds, 5 rounds
        --publish               put the table into docs/benchmarks.md, too
      """;

  /** Parts of the measurement. */
  public enum Part {
    /** Start, memory, modules. */
    LIFE,
    IMPORT,
    PAGES,
    /** In the larger register. */
    SEARCH,
    /** Figures of a year, in a centre of ten years. */
    STATISTIC,
    /** Everything that the same centre owes. */
    DUTIES_CENTRE
  }

  /**
   * @throws IllegalArgumentException with a sentence for people when an option cannot be read
   */
  static Options read(String... arguments) {
    Builder built = new Builder();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      int equals = option.indexOf('=');
      if (equals > 0) {
        rest.push(option.substring(equals + 1));
        option = option.substring(0, equals);
      }
      built.take(option, rest);
    }
    return built.options();
  }

  private static final class Builder {
    private int people = 100_000;
    private int manyPeople = 1_000_000;
    private int seconds = 5;
    private int rounds = 3;
    private int rest = 60;
    private int rows = 10_000;
    private int agreements = 500;
    private List<String> databases = List.of("derby", "postgresql");
    private List<Part> parts = List.of(Part.values());
    private Set<Operation> operations = EnumSet.allOf(Operation.class);
    private List<Integer> clients = List.of(1, 8, 32);
    private boolean publish;

    void take(String option, Deque<String> rest) {
      switch (option) {
        case "--quick" -> quick();
        case "--campaign" -> {
          seconds = 60;
          rounds = 5;
        }
        case "--publish" -> publish = true;
        case "--people" -> people = number(option, rest, 1_000);
        case "--many-people" -> manyPeople = number(option, rest, 0);
        case "--seconds" -> seconds = number(option, rest, 1);
        case "--rounds" -> rounds = number(option, rest, 1);
        case "--rows" -> rows = number(option, rest, 10);
        case "--agreements" -> agreements = number(option, rest, 200);
        case "--databases" -> databases = known(List.of(value(option, rest).split(",")));
        case "--only" -> parts = all(Part.class, value(option, rest));
        case "--operations" ->
            operations = EnumSet.copyOf(all(Operation.class, value(option, rest)));
        case "--clients" -> clients = numbers(option, value(option, rest));
        default -> throw new IllegalArgumentException("There is no option " + option);
      }
    }

    private void quick() {
      people = 5_000;
      manyPeople = 20_000;
      seconds = 2;
      rounds = 1;
      rest = 10;
      rows = 500;
      agreements = 200;
    }

    private static <E extends Enum<E>> List<E> all(Class<E> kind, String names) {
      return Arrays.stream(names.split(",")).map(name -> one(kind, name)).distinct().toList();
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String name) {
      return Arrays.stream(kind.getEnumConstants())
          .filter(constant -> constant.name().equalsIgnoreCase(name.replace('-', '_')))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "There is no " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " " + name));
    }

    private static List<Integer> numbers(String option, String names) {
      return Arrays.stream(names.split(","))
          .map(name -> number(option, new ArrayDeque<>(List.of(name)), 1))
          .toList();
    }

    private static List<String> known(List<String> names) {
      names.stream()
          .filter(name -> !List.of("derby", "postgresql").contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalArgumentException("There is no database " + name);
              });
      return names;
    }

    private static String value(String option, Deque<String> rest) {
      if (rest.isEmpty()) {
        throw new IllegalArgumentException("The option " + option + " needs a value");
      }
      return rest.pop();
    }

    private static int number(String option, Deque<String> rest, int least) {
      String text = value(option, rest);
      if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
        throw new IllegalArgumentException(
            "The option " + option + " needs a number from " + least + " on, not " + text);
      }
      return Integer.parseInt(text);
    }

    Options options() {
      return new Options(
          people,
          manyPeople,
          Duration.ofSeconds(seconds),
          rounds,
          Duration.ofSeconds(rest),
          rows,
          agreements,
          databases,
          parts,
          operations,
          clients,
          publish);
    }
  }
}
