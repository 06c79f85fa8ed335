/** What may be asked of conversations and calls: a part of the one table, `operations.ts`. */
import { type Operation, read, write } from './operation'
import type { Conversation, Listing, WrapupCode } from './wire'
import type {
  AfterCallWorkUpdate,
  ConsultTransferResponse,
  ConsultTransferToAddress,
  ConsultTransferToAgent,
  ConsultTransferToExternalContact,
  ConsultTransferToQueue,
  ConsultTransferUpdate,
  CreateCallRequest,
  CreateCallResponse,
  Digits,
  Invitation,
  MediaParticipantRequest,
  ParticipantAttributes,
  SetRecordingState,
  TransferToAddressRequest,
  TransferToAgentRequest,
  TransferToExternalContactRequest,
  TransferToQueueRequest,
  WrapupInput,
} from './wirecalls'

const participant = '/api/v2/conversations/{conversationId}/participants/{participantId}'
const calls = '/api/v2/conversations/calls'
const callParticipant = `${calls}/{conversationId}/participants/{participantId}` as const
const acwParticipant =
  '/api/v2/conversations/aftercallwork/{conversationId}/participants/{participantId}'

export const callOperations = {
  listConversations: read<Listing<Conversation>>()('/api/v2/conversations', {
    scope: 'conversations:readonly',
    lane: 'screen',
    whileLocked: true,
  }),
  getConversation: read<Conversation>()('/api/v2/conversations/{conversationId}', {
    scope: 'conversations:readonly',
    permission: { any: ['conversation:communication:view'] },
    lane: 'screen',
    whileLocked: true,
  }),
  updateCall: write<MediaParticipantRequest>()('PATCH', callParticipant, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:participant:wrapup',
        'conversation:call:record',
        'conversation:communication:disconnect',
      ],
    },
    lane: 'action',
    whileLocked: true,
  }),
  /** The permission is that of conferences: the description names no other, and which call needs it it does not say. */
  placeCall: write<CreateCallRequest, CreateCallResponse>()('POST', calls, {
    scope: 'conversations',
    permission: { any: ['conversation:conference:add'] },
    lane: 'action',
  }),
  sendDigits: write<Digits>()('POST', `${participant}/digits`, {
    scope: 'conversations',
    lane: 'action',
    whileLocked: true,
  }),
  setRecordingState: write<SetRecordingState>()('PUT', `${calls}/{conversationId}/recordingstate`, {
    scope: 'conversations',
    permission: { any: ['conversation:recording:pauseOthers'] },
    lane: 'action',
    whileLocked: true,
  }),
  flag: write<undefined>()('PUT', `${participant}/flaggedreason`, {
    scope: 'conversations',
    lane: 'action',
  }),
  unflag: write<undefined>()('DELETE', `${participant}/flaggedreason`, {
    scope: 'conversations',
    lane: 'action',
  }),
  setAttributes: write<ParticipantAttributes>()('PATCH', `${participant}/attributes`, {
    scope: 'conversations',
    lane: 'action',
  }),
  invite: write<Invitation, Conversation>()('POST', `${calls}/{conversationId}/participants`, {
    scope: 'conversations',
    lane: 'action',
  }),

  consultAgent: write<ConsultTransferToAgent, ConsultTransferResponse>()(
    'POST',
    `${callParticipant}/consult/agent`,
    {
      scope: 'conversations',
      permission: {
        any: [
          'conversation:communication:consultTransfer',
          'conversation:communication:consultTransferAgent',
        ],
      },
      lane: 'action',
    },
  ),
  consultQueue: write<ConsultTransferToQueue, ConsultTransferResponse>()(
    'POST',
    `${callParticipant}/consult/queue`,
    {
      scope: 'conversations',
      permission: {
        any: [
          'conversation:communication:consultTransfer',
          'conversation:communication:consultTransferQueue',
        ],
      },
      lane: 'action',
    },
  ),
  consultContact: write<ConsultTransferToExternalContact, ConsultTransferResponse>()(
    'POST',
    `${callParticipant}/consult/contact/external`,
    {
      scope: 'conversations',
      permission: {
        any: [
          'conversation:communication:consultTransfer',
          'conversation:communication:consultTransferExternalContact',
        ],
      },
      lane: 'action',
    },
  ),
  consultAddress: write<ConsultTransferToAddress, ConsultTransferResponse>()(
    'POST',
    `${callParticipant}/voice/consult`,
    {
      scope: 'conversations',
      permission: { any: ['conversation:communication:consultTransfer'] },
      lane: 'action',
    },
  ),
  /** The participant of the path is the one whom the consult is about. */
  changeConsult: write<ConsultTransferUpdate, ConsultTransferResponse>()(
    'PATCH',
    `${callParticipant}/consult`,
    { scope: 'conversations', lane: 'action', whileLocked: true },
  ),
  cancelConsult: write<undefined>()('DELETE', `${callParticipant}/consult`, {
    scope: 'conversations',
    lane: 'action',
    whileLocked: true,
  }),

  transferToContact: write<TransferToExternalContactRequest>()(
    'POST',
    `${participant}/replace/contact/external`,
    {
      scope: 'conversations',
      permission: {
        any: [
          'conversation:communication:blindTransfer',
          'conversation:communication:blindTransferExternalContact',
        ],
      },
      lane: 'action',
    },
  ),
  transferToQueue: write<TransferToQueueRequest>()('POST', `${participant}/replace/queue`, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:communication:blindTransfer',
        'conversation:communication:blindTransferQueue',
      ],
    },
    lane: 'action',
  }),
  transferToAgent: write<TransferToAgentRequest>()('POST', `${participant}/replace/agent`, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:communication:blindTransfer',
        'conversation:communication:blindTransferAgent',
      ],
    },
    lane: 'action',
  }),
  transferToAddress: write<TransferToAddressRequest>()('POST', `${participant}/transfer`, {
    scope: 'conversations',
    permission: { any: ['conversation:communication:blindTransfer'] },
    lane: 'action',
  }),
  listWrapupCodes: read<WrapupCode[]>()(`${participant}/wrapupcodes`, {
    scope: 'conversations:readonly',
    lane: 'screen',
  }),
  submitWrapup: write<WrapupInput>()(
    'POST',
    `${callParticipant}/communications/{communicationId}/wrapup`,
    {
      scope: 'conversations',
      permission: { any: ['conversation:participant:wrapup'] },
      lane: 'action',
    },
  ),

  requestAfterCallWork: write<AfterCallWorkUpdate>()(
    'PATCH',
    `${acwParticipant}/communications/{communicationId}`,
    {
      scope: 'conversations',
      permission: { any: ['conversation:participant:wrapup'] },
      lane: 'action',
    },
  ),
} satisfies Record<string, Operation<string, string, unknown, unknown>>
