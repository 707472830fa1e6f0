package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.legal.spi.SigningRule;
import org.opora.api.legal.spi.SigningRule.Powers;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * Who acts for a child, by the Civil Code 89/2012 Sb. in force since 1 January 2014. All of it is
 * one reading that a lawyer has not confirmed; whether a carer may consent to medical care beyond
 * the ordinary is disputed.
 */
@Component
public final class CzechSigning implements SigningLaw {
  private static final LocalDate CIVIL_CODE = LocalDate.of(2014, 1, 1);
  private static final int OF_AGE = 18;

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<Integer>> majority() {
    return List.of(
        holds(OF_AGE, "§ 30 odst. 1, zákon č. 89/2012 Sb.", "source.majority", Trust.SECONDARY));
  }

  @Override
  public List<Parameter<Boolean>> interimFirst() {
    return List.of(
        holds(true, "§ 452 a násl., zákon č. 292/2013 Sb.", "source.interim", Trust.UNVERIFIED));
  }

  @Override
  public List<SigningRule> rules() {
    return List.of(
        rule(
            Matter.ORDINARY,
            new Powers(
                List.of(Role.COLLISION_GUARDIAN, Role.CARER, Role.GUARDIAN, Role.PARENT), false),
            "§ 966 odst. 2, zákon č. 89/2012 Sb.",
            "source.ordinary",
            // Institutions and others to whom a child is entrusted: nobody has confirmed it.
            Trust.UNVERIFIED),
        rule(
            Matter.MEDICAL,
            significant(),
            "§ 877 odst. 2, § 928 a § 943, zákon č. 89/2012 Sb.",
            "source.medical",
            Trust.UNVERIFIED),
        rule(
            Matter.SCHOOL,
            significant(),
            "§ 877 odst. 2, § 928 a § 943, zákon č. 89/2012 Sb.",
            "source.school",
            Trust.SECONDARY),
        rule(
            Matter.TRAVEL,
            significant(),
            "§ 876 odst. 1, § 928 a § 943, zákon č. 89/2012 Sb.",
            "source.travel",
            Trust.UNVERIFIED),
        rule(
            Matter.COURT,
            new Powers(List.of(Role.COLLISION_GUARDIAN, Role.GUARDIAN, Role.PARENT), false),
            "§ 892 odst. 2 a 3, § 943, zákon č. 89/2012 Sb.",
            "source.court",
            Trust.SECONDARY));
  }

  @Override
  public List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    majority()
        .forEach(
            one ->
                figures.add(figure("majority", text("figure.majority.value", one.value()), one)));
    interimFirst()
        .forEach(
            one ->
                figures.add(
                    figure(
                        "interim",
                        Text.of(
                            CzechLaw.TEXTS,
                            one.value() ? "agreement.figure.yes" : "agreement.figure.no"),
                        one)));
    for (SigningRule rule : rules()) {
      String matter = rule.matter().name().toLowerCase(Locale.ROOT);
      rule.powers()
          .forEach(one -> figures.add(figure(matter, text("figure." + reads(one.value())), one)));
    }
    return figures;
  }

  /** How the order reads in words. */
  private static String reads(Powers powers) {
    if (powers.order().contains(Role.CARER)) {
      return "carer";
    }
    return powers.together() ? "together" : "either";
  }

  private static LawFigure figure(String what, Text value, Parameter<?> dated) {
    return new LawFigure("cz.signing." + what, text("figure." + what), value, dated);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, "signing." + key, arguments);
  }

  /** Significant matters: parents act in agreement. */
  private static Powers significant() {
    return new Powers(List.of(Role.COLLISION_GUARDIAN, Role.GUARDIAN, Role.PARENT), true);
  }

  private static SigningRule rule(
      Matter matter, Powers powers, String paragraph, String source, Trust trust) {
    return new SigningRule(matter, List.of(holds(powers, paragraph, source, trust)));
  }

  private static <T> Parameter<T> holds(T value, String paragraph, String source, Trust trust) {
    return new Parameter<>(value, CIVIL_CODE, null, paragraph, text(source), trust);
  }
}
