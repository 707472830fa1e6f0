package org.opora.supervisedcontacts.demo.contributions;

import org.opora.supervisedcontacts.demo.application.DemoPapers;
import org.opora.supervisedcontacts.demo.application.DemoPapers.Adult;
import org.opora.supervisedcontacts.demo.application.Scene;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;

/** Requests of which no plan has come. */
record Asked(DemoPapers papers) {
  void byAuthority(Scene scene) {
    papers.asks(
        scene,
        6,
        Asker.AUTHORITY,
        Adult.called("Městský úřad Příkladov, OSPOD"),
        Channel.DATA_BOX,
        "OSPOD navrhuje kontakt s prarodiči ze strany otce, zprvu v centru.");
  }

  void refused(Scene scene) {
    RequestId request =
        papers.asks(
            scene,
            48,
            Asker.PARENT,
            papers.parent(scene, scene.worker(), false, "Denis Hladký"),
            Channel.LETTER,
            "Otec žádá o víkendy u něj doma.");
    papers.answers(
        scene,
        41,
        request,
        RequestState.REFUSED,
        "Soud styk otce s dítětem zakázal; otce jsme odkázali na soud.");
  }

  void byChild(Scene scene) {
    papers.asks(
        scene,
        2,
        Asker.CHILD,
        Adult.called(null),
        Channel.IN_PERSON,
        "Ptalo se při návštěvě, jestli může vidět babičku, co má psa.");
  }

  void withdrawn(Scene scene) {
    RequestId request =
        papers.asks(
            scene,
            70,
            Asker.CARER,
            new Adult(scene.family().carers().get(0).person(), null),
            Channel.PHONE,
            "Pěstounka by chtěla předání u nás, doma to bývá vypjaté.");
    papers.answers(
        scene, 52, request, RequestState.WITHDRAWN, "S matkou se domluvily, zvládnou to samy.");
  }
}
