package org.opora.registry.people.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.registry.people.application.Addresses;
import org.opora.registry.people.application.FormerNames;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.Reaching;
import org.opora.registry.people.application.Secrecy;

/** What is known of a person over time, for the page of the person. */
public final class RecordSection {
  private static final String ON_PAPER = "paper";
  private final PersonRecord record;
  private final Languages languages;

  RecordSection(PersonRecord record, Messages messages) {
    this.record = record;
    this.languages = new Languages(messages);
  }

  /**
   * @param withheld whether ways to reach the person are not shown to the viewer
   * @param partly whether some of them are not shown to the viewer
   * @param keptFrom those in force and those still to come
   * @param onPaper whether whereabouts that are not to be told are printed as well
   */
  public record Section(
      List<FormerNames.Name> names,
      Languages.Said languages,
      List<Addresses.Address> addresses,
      List<Addresses.Address> formerAddresses,
      boolean withheld,
      boolean partly,
      List<Reaching.Way> ways,
      List<Reaching.Way> formerWays,
      List<Secrecy.Entry> keptFrom,
      List<Secrecy.Entry> formerlyKept,
      List<Secrecy.Hidden> hidden,
      boolean onPaper) {
    /** In how many places the person is said to live now: with two entries it may be more. */
    public long homes() {
      return addresses.stream().filter(one -> one.id() == null).count();
    }
  }

  Section of(Request request, PersonId person) {
    Viewer viewer = request.viewer();
    List<Addresses.Address> addresses = record.addresses().of(viewer, person);
    Reaching.Ways ways = record.reaching().of(viewer, person);
    List<Secrecy.Entry> kept = record.secrecy().of(viewer, person);
    List<Secrecy.Hidden> hidden = record.secrecy().hiddenFrom(viewer, person);
    request.shows(
        Stream.concat(
                kept.stream().filter(one -> one.whom() != null).map(one -> Subject.of(one.whom())),
                hidden.stream().map(one -> Subject.of(one.person())))
            .toList());
    return new Section(
        record.names().of(viewer, person),
        languages.said(viewer.locale(), record.speech().of(viewer, person)),
        addresses.stream().filter(one -> !one.former()).toList(),
        addresses.stream().filter(Addresses.Address::former).toList(),
        ways.withheld(),
        ways.partly(),
        ways.all().stream().filter(one -> !one.former()).toList(),
        ways.all().stream().filter(Reaching.Way::former).toList(),
        kept.stream().filter(one -> !one.former()).toList(),
        kept.stream().filter(Secrecy.Entry::former).toList(),
        hidden,
        request.query("whereabouts").filter(ON_PAPER::equals).isPresent()
            && record.printed(viewer, person));
  }
}
