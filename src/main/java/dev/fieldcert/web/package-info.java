/** The public pages and documents: a badge, its issuer's keys, and verification. */
package dev.fieldcert.web;
