import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../switches.ts';
import type { RequestStep } from './step-of.ts';

/** One request to the plan service as the sandbox remembers it: nothing in it identifies a patient or a session. */
export type RequestRecord = {
  readonly step: RequestStep;
  readonly method: string;
  /** 0 while there is no answer, and for ever if the connection broke first. */
  readonly status: number;
  /** The connection was closed before there was a whole answer. */
  readonly isBrokenOff: boolean;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** ODS code of the organisation somebody asks for (`NHSD-End-User-Organisation-ODS`). */
  readonly organisation?: string;
  /** Milliseconds since the epoch when the request came. */
  readonly at: number;
  /** Kinds of fault it met. */
  readonly faults: readonly Fault['kind'][];
};

export type RequestLog = {
  /** In the order in which the requests came; grows while the sandbox runs. */
  readonly records: readonly RequestRecord[];
  readonly add: (
    request: IncomingMessage,
    response: ServerResponse,
    step: RequestStep,
    faults: readonly Fault[],
  ) => void;
  readonly clear: () => void;
};

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** An empty log. */
export function requestLog(): RequestLog {
  const records: RequestRecord[] = [];
  return {
    records,
    clear: () => {
      records.length = 0;
    },
    add: (request, response, step, faults) => {
      const requestId = headerOf(request, 'x-request-id');
      const correlationId = headerOf(request, 'x-correlation-id');
      const organisation = headerOf(request, 'nhsd-end-user-organisation-ods');
      const record = {
        step,
        method: request.method ?? '',
        status: 0,
        isBrokenOff: false,
        ...(requestId === undefined ? {} : { requestId }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(organisation ? { organisation } : {}),
        at: Date.now(),
        faults: faults.map(({ kind }) => kind),
      };
      records.push(record);
      response.once('close', () => {
        record.isBrokenOff = !response.writableFinished;
      });
      response.once('finish', () => {
        record.status = response.statusCode;
      });
    },
  };
}
