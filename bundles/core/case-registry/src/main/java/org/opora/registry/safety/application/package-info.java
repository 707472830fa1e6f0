/** Use cases about safety notices. */
package org.opora.registry.safety.application;
