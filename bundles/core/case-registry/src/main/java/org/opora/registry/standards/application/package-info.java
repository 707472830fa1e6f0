/** Use cases of self-assessment and of internal rules. */
package org.opora.registry.standards.application;
