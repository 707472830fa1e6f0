/** The pages about emergency access. */
package org.opora.registry.emergency.web;
