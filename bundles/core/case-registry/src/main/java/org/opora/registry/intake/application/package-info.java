/** Use cases about first contact. */
package org.opora.registry.intake.application;
