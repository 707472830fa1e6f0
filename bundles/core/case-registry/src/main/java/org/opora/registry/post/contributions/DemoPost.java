package org.opora.registry.post.contributions;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A book of post in which something is answered, something waits, and something went out. */
@Component
public final class DemoPost implements DemoChapter {
  private static final String AUTHORITY = "OSPOD Příkladov";
  private final PostDesk post;

  @Activate
  public DemoPost(@Reference PostDesk post) {
    this.post = post;
  }

  @Override
  public String id() {
    return "post";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate today = cast.today();
    for (int number = 0; number < 4; number++) {
      InForce family = cast.family(number * 3);
      StaffId worker = cast.worker(family).staff();
      UUID asked =
          post.enter(
              cast.director(),
              incoming(
                  today.minusDays(5L + 6L * number),
                  AUTHORITY,
                  "Žádost o zprávu o rodině",
                  family.file(),
                  worker,
                  today.plusDays(number * 4L)));
      if (number % 2 == 0) {
        post.enter(
            cast.director(),
            outgoing(today.minusDays(2L * number), "Zpráva o rodině", family.file(), asked));
      }
    }
    post.enter(
        cast.director(),
        incoming(
            today.minusDays(1),
            "Krajský úřad, odbor sociálních věcí",
            "Oznámení o kontrole pověření",
            null,
            cast.director().staff(),
            today.plusDays(15)));
    post.enter(
        cast.director(),
        incoming(
            today.minusDays(30),
            "Základní škola Lipová",
            "Pozvánka k radě školy",
            null,
            null,
            null));
  }

  private static NewLetter incoming(
      LocalDate on, String from, String matter, CaseFileId file, StaffId doer, LocalDate due) {
    return new NewLetter(
        Direction.INCOMING,
        on,
        Channel.DATA_BOX,
        from,
        matter,
        null,
        null,
        file,
        null,
        doer,
        due,
        null);
  }

  private static NewLetter outgoing(LocalDate on, String matter, CaseFileId file, UUID answers) {
    return new NewLetter(
        Direction.OUTGOING,
        on,
        Channel.DATA_BOX,
        AUTHORITY,
        matter,
        on,
        "doručenka datové schránky",
        file,
        null,
        null,
        null,
        answers);
  }
}
