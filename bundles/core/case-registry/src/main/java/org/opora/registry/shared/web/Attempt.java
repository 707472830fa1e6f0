package org.opora.registry.shared.web;

import java.util.function.Function;
import java.util.function.Supplier;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;

/** A form does what it is for, or comes back with what stands against it. */
public final class Attempt {
  private Attempt() {}

  /**
   * @param deed what is done when nothing is wrong with the form
   * @param again shows the form with its errors
   */
  public static Reply of(Form form, Supplier<Reply> deed, Function<Form, Reply> again) {
    if (form.valid()) {
      try {
        return deed.get();
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return again.apply(form);
  }
}
