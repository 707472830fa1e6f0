package org.opora.course.contributions;

import java.util.List;

/** What somebody writes into a report of the demonstration with their own hand. */
final class DemoSentences {
  static final String OF_THE_FAMILY =
      "Rodina má za sebou půlrok, ve kterém si na sebe všichni zvykali znovu: přibyla škola, ubylo"
          + " ticho. Pěstouni se ptají dřív, než je zle, a o to, co nejde, se umějí říct.\n\n"
          + "V příštím půlroce chceme společně udržet setkávání se sourozenci a domluvit"
          + " pravidelný odpočinek pro pěstouny.";

  static final List<String> OF_A_CHILD =
      List.of(
          "Dítěti se u pěstounů daří. Usíná bez strachu, samo si řekne, když mu po někom je"
              + " smutno, a ví, kdo za ním přijde. Doporučujeme nic neměnit a dál psát knížku"
              + " života.",
          "Ve škole našlo první kamarádství a drží se ho. Doma potřebuje vědět den předem, co"
              + " bude. Setkání s rodiči mu svědčí tehdy, když po nich má volné odpoledne.",
          "Zdraví je dobré, řeč se v posledních měsících rozběhla. Dítě hledá pěstounku, když je"
              + " mu úzko, a u ní se utiší. To považujeme za nejdůležitější zprávu tohoto"
              + " období.");

  static final String A_CARER =
      "S tím, co je tu napsáno, souhlasíme. Rádi bychom jen dodali, že nejlepší byl společný týden"
          + " u rybníka: od té doby se u nás doma víc směje.";

  static final String NOTHING_TO_ADD = "K tomu není v tomto období co doplnit.";
  static final String WHY_LATE = "Čekali jsme na vyjádření školy, přišlo o týden později.";

  private DemoSentences() {}
}
