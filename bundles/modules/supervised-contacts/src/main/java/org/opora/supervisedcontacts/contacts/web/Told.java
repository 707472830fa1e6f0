package org.opora.supervisedcontacts.contacts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opora.api.calendar.Collision;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.supervisedcontacts.contacts.application.Bookings.Against;
import org.opora.supervisedcontacts.contacts.application.Objection;

/**
 * What is told before a contact is booked.
 *
 * @param texts what speaks against it, and what is only told
 * @param decision whether something goes against the plan or what it rests on, so that both are
 *     shown
 */
public record Told(List<Text> texts, boolean decision) {
  static final Told NOTHING = new Told(List.of(), false);

  static Told of(Against against) {
    List<Text> texts = new ArrayList<>();
    against.objections().stream().map(Objection::text).forEach(texts::add);
    against.collisions().stream().map(Collision::text).forEach(texts::add);
    return new Told(
        List.copyOf(texts),
        against.objections().stream().anyMatch(one -> one.rule() != Objection.Rule.KEY_WORKER));
  }

  /** The same for the same sentences, whoever asks and when. */
  public String mark() {
    return Integer.toHexString(texts.hashCode());
  }

  /**
   * First what speaks against it, then the deed. What is only told is shown once; whoever saves
   * again has seen it.
   *
   * @param look what is found before
   * @param again shows the form
   */
  static Reply look(
      Form form, Supplier<Against> look, Supplier<Reply> deed, Function<Told, Reply> again) {
    if (!form.valid()) {
      return again.apply(NOTHING);
    }
    try {
      Against against = look.get();
      Told told = of(against);
      boolean news =
          !against.nothing() && !against.stands() && !told.mark().equals(form.raw("seen"));
      if (form.checked("check") || news) {
        return again.apply(told);
      }
      return form.attempt(deed, shown -> again.apply(told));
    } catch (Refused refused) {
      form.refused(refused);
      return again.apply(NOTHING);
    }
  }
}
