package org.opora.registry.register;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;

/** Lists as a law pack brings them; the Czech ones are tested where they are. */
final class RegisterLaw implements FirstContactLaw {
  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<List<Code>>> rights() {
    return list("cz.47a.a", "cz.47a.b");
  }

  @Override
  public List<Parameter<List<Code>>> refusalGrounds() {
    return list("cz.out-of-mandate", "cz.capacity", "cz.terminated");
  }

  @Override
  public List<Parameter<MonthDay>> yearlyReturn() {
    return List.of(since(MonthDay.of(6, 30)));
  }

  private static List<Parameter<List<Code>>> list(String... codes) {
    return List.of(
        since(
            List.of(codes).stream()
                .map(code -> new Code(code, text(), "§ 47a", Trust.VERIFIED))
                .toList()));
  }

  private static <T> Parameter<T> since(T value) {
    return new Parameter<>(value, LocalDate.of(2013, 1, 1), null, "§ 47a", text(), Trust.VERIFIED);
  }

  private static Text text() {
    return Text.of(Refusals.TEXTS, "intake.topic.OTHER");
  }
}
