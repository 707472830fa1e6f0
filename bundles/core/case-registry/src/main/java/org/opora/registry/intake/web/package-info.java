/** Pages and forms of first contact. */
package org.opora.registry.intake.web;
