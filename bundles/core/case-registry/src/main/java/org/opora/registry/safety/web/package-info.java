/** Forms of safety notices. */
package org.opora.registry.safety.web;
