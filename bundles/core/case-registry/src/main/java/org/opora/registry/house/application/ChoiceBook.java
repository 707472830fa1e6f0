package org.opora.registry.house.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opora.api.choices.Choices;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.registry.house.domain.ChoiceChange;
import org.opora.registry.house.domain.ChoiceState;
import org.opora.registry.house.persistence.HouseQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The lists of choices: what the bundles bring, with what the centre has made of it. */
@Component(service = {ChoiceBook.class, Choices.class})
public final class ChoiceBook implements Choices {
  private static final Locale CZECH = Locale.forLanguageTag("cs");
  private static final Locale POLISH = Locale.forLanguageTag("pl");
  private final Transactions tx;
  private final Messages messages;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ChoiceLists> brought = List.of();

  @Activate
  public ChoiceBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Messages messages) {
    this.tx = tx;
    this.messages = messages;
  }

  /** With what these bundles bring. */
  public ChoiceBook with(ChoiceLists... lists) {
    brought = List.of(lists);
    return this;
  }

  @Override
  public List<Term> offered(String list, LocalDate day) {
    return entries(list).stream()
        .filter(entry -> entry.offered(day))
        .map(entry -> new Term(entry.code(), entry.words()))
        .toList();
  }

  @Override
  public Spoken all(String list) {
    Map<String, Title> words = new LinkedHashMap<>();
    entries(list).forEach(entry -> words.put(entry.code(), entry.words()));
    return new Spoken(words);
  }

  /** Those the centre makes its own first, each kind in the order of their ids. */
  List<ChoiceList> lists() {
    return brought.stream()
        .flatMap(one -> one.lists().stream())
        .sorted(
            Comparator.comparing((ChoiceList list) -> list.fixed() != null)
                .thenComparing(ChoiceList::id))
        .toList();
  }

  Optional<ChoiceList> list(String id) {
    return lists().stream().filter(list -> list.id().equals(id)).findFirst();
  }

  /** All entries of a list in the order of the centre, also those not offered any more. */
  List<ChoiceEntry> entries(String list) {
    return tx.read(em -> entries(em, list));
  }

  List<ChoiceEntry> entries(EntityManager em, String list) {
    return entries(list(list).orElse(null), new HouseQueries(em).choices(list));
  }

  /** The entries of every list, by its id. */
  Map<String, List<ChoiceEntry>> everything() {
    Map<String, List<ChoiceChange>> changes =
        tx.read(em -> new HouseQueries(em).choices()).stream()
            .collect(Collectors.groupingBy(ChoiceChange::list));
    Map<String, List<ChoiceEntry>> entries = new LinkedHashMap<>();
    lists()
        .forEach(
            list ->
                entries.put(list.id(), entries(list, changes.getOrDefault(list.id(), List.of()))));
    return entries;
  }

  /**
   * @param list null while its bundle is not there: what the centre has added stays readable
   */
  private List<ChoiceEntry> entries(ChoiceList list, List<ChoiceChange> changes) {
    Map<String, ChoiceState> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.code(), change.state()));
    List<ChoiceEntry> entries = new ArrayList<>();
    int ordinal = 0;
    for (ChoiceList.Entry entry : list == null ? List.<ChoiceList.Entry>of() : list.entries()) {
      ChoiceState mine = last.remove(entry.code());
      entries.add(
          ChoiceEntry.of(
              entry.code(),
              entry.words() == null ? title(entry.label()) : entry.words(),
              entry.kept(),
              mine == null ? ChoiceState.brought(ordinal) : mine));
      ordinal++;
    }
    last.forEach(
        (code, state) -> {
          if (!state.words().empty()) {
            entries.add(ChoiceEntry.of(code, null, false, state));
          }
        });
    entries.sort(Comparator.comparing(entry -> entry.state().place()));
    return entries;
  }

  private Title title(Text text) {
    return new Title(
        messages.text(CZECH, text),
        messages.text(POLISH, text),
        messages.text(Locale.ENGLISH, text));
  }
}
